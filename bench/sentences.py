"""Polish sentences as they stand in a chronicle, made of word lists with a fixed seed."""

from random import Random


def _words(text: str) -> list[str]:
    return text.split()


WHO = _words("""
    delegacja uczniowie nauczyciele prezydent radni orkiestra chór muzycy sportowcy strażacy
    przedsiębiorcy naukowcy lekarze artyści fotografowie studenci harcerze bibliotekarze
    projektanci urzędnicy seniorzy siatkarki szachiści tancerze
""")
DID = _words("""
    odwiedzili zwiedzili zaprosili podpisali otworzyli przygotowali obejrzeli omówili zagrali
    wystąpili zorganizowali przekazali odsłonili uczcili wygrali wydali nagrodzili spotkali
""")
WHAT = _words("""
    wystawę koncert turniej umowę muzeum szkołę festiwal konferencję bibliotekę halę stadion
    park ogród rynek teatr kopalnię fabrykę szpital pomnik film książkę warsztaty targi jubileusz
    galerię kościół ratusz tramwaj dworzec lotnisko uniwersytet ścieżkę sztafetę rajd
""")
WHERE = _words("""
    Katowicach Kolonii Koszycach Ostrawie Miszkolcu Odense Chorzowie Gliwicach Doniecku Mobile
    Lipawie Groningen Brukseli Berlinie Pradze Wiedniu Budapeszcie Paryżu Lyonie Krakowie
""")
LIKE = _words("""
    wspólny nowy uroczysty młodzieżowy międzynarodowy miejski partnerski śląski europejski
    jubileuszowy tradycyjny wielki doroczny bezpłatny otwarty górniczy kulturalny sportowy
""")
# Words as in life: a few stand everywhere, most are rare. These make the rare ones.
SYLLABLES = _words("ka no ra szy bę łó mi dzie wa tor pel gu cza sto fi rem")


class Sentences:
    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 — no secret
        rare = {self._rare_word() for _ in range(40_000)}
        self.rare = sorted(rare)

    def _rare_word(self) -> str:
        return "".join(self._random.choice(SYLLABLES) for _ in range(self._random.randint(3, 5)))

    def _skewed(self, words: list[str]) -> str:
        return words[int(len(words) * self._random.random() ** 2.5)]

    def sentence(self) -> str:
        chosen = [self._skewed(words) for words in (LIKE, WHO, DID, WHAT, WHERE)]
        like, who, did, what, where = chosen
        rare = self._random.choice(self.rare)
        return f"{who.capitalize()} {did} {like} {what} {rare} w {where}."

    def title(self) -> str:
        what, where = self._skewed(WHAT), self._skewed(WHERE)
        return f"{what.capitalize()} {self._random.choice(self.rare)} w {where}"

    def text(self, count: int) -> str:
        return " ".join(self.sentence() for _ in range(count))

    def year(self) -> int:
        return 2026 - int(36 * self._random.random() ** 1.3)

    def choice(self, values: list[str]) -> str:
        return self._random.choice(values)
