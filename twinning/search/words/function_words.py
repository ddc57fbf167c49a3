"""The words that hold others together, folded, by language. A language without any loses nothing.

None of them is also the name of something that a chronicle tells of: Polish “miast” is a
preposition, and the genitive of “towns”.
"""

_POLISH = """
a aby ale albo bez bo by byc byl byla bylo byly co czy dla do go gdy gdzie i ich ile im ja jak jaka
jaki jakich jakie jako je jego jej jest juz kiedy kto ktora ktore ktorych ktory ku lub m mi na nad
nam nas nie niz o od ona oni ono oraz pod po przed przez przy r sa sie tak takze te tego tej tez to
tu tym u w we z za ze
"""
_ENGLISH = """
a an and are as at be been but by for from had has have he her his in into is it its nor not of on
or our s she so than that the their them then there these they this those to was we were what when
where which who will with
"""
FUNCTION_WORDS = {"pl": frozenset(_POLISH.split()), "en": frozenset(_ENGLISH.split())}
