from collections.abc import Iterable, Mapping

from events.data.dataset import Dataset, Span
from events.data.streams import MEDIA_TYPES
from twinning.metadata.linked_data import Address, Node, thing
from twinning.publishing.models.public_body import LICENCE_ADDRESSES, DataLicence

Addresses = Mapping[str, str]  # by extension


def catalogue(
    name: str,
    page: str,
    datasets: Iterable[tuple[Dataset, Span, Addresses]],
    publisher: Node | None,
    licence: str,
) -> Node:
    """The open data as a whole, shown at `page`."""
    terms = LICENCE_ADDRESSES[DataLicence(licence)] if licence else ""
    return thing(
        "DataCatalog",
        "data",
        name=name,
        url=Address(page),
        publisher=publisher,
        license=terms,
        dataset=[_dataset(*each, publisher, terms) for each in datasets],
    )


def _dataset(
    dataset: Dataset, span: Span, addresses: Addresses, publisher: Node | None, terms: str
) -> Node:
    return thing(
        "Dataset",
        f"data-{dataset.name}",
        name=str(dataset.title),
        description=str(dataset.about),
        creator=publisher,
        license=terms,
        isAccessibleForFree=True,
        datePublished=span.issued.isoformat(timespec="seconds") if span.issued else "",
        dateModified=span.modified.isoformat(timespec="seconds") if span.modified else "",
        distribution=[
            thing("DataDownload", contentUrl=Address(url), encodingFormat=MEDIA_TYPES[extension])
            for extension, url in addresses.items()
        ],
    )
