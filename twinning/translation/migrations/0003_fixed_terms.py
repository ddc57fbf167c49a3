"""The terms that are always translated in the same way, as the handbook of translators has them."""

from typing import Any

from django.db import migrations

TERMS = {
    "Prezydent Miasta": "Mayor",
    "Prezydent": "Mayor\nPresident",
    "I Wiceprezydent": "First Deputy Mayor",
    "Wiceprezydent": "Deputy Mayor",
    "mer": "Mayor",
    "wicemer": "deputy mayor",
    "radny": "councillor",
    "radna": "councillor",
    "Rada Miasta": "City Council",
    "naczelnik wydziału": "head of department\nhead of the department\nhead of the",
    "Marszałek Województwa": "Marshal of the Voivodeship",
    "Dom Miasta Saint-Étienne": "House of Saint-Étienne",
    "merostwo": "city hall",
    "umowa o miastach bliźniaczych": "twinning agreement",
    "list intencyjny": "letter of intent",
    "Puchar Prezydenta Miasta": "Mayor's Cup\nMayor’s Cup",
    "Zakład Zieleni Miejskiej": "Municipal Greenery Department",
    "Honorowy Obywatel": "Honorary Citizen",
}


def add(apps: Any, schema_editor: Any) -> None:
    term = apps.get_model("translation", "GlossaryTerm")
    for source, target in TERMS.items():
        term.objects.get_or_create(source=source, language="en", defaults={"target": target})


class Migration(migrations.Migration):
    dependencies = [("translation", "0002_translators_desk")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
