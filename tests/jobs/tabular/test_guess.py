"""The second guess at an encoding: right where it is sure, and silent in no case."""

import pytest

from app.jobs.tabular.guess import guess

KNOWN = [
    ("cp1252", "Müller;Köln;Straße"),
    ("cp1252", "Hélène Lefèvre;Noël;garçon"),
    ("cp1252", "España;Muñoz;Peña"),
    ("cp1252", "Ærø;Søren;Åse"),
    ("cp1252", "5 € netto – „gut“"),
    ("cp1250", "Łódź;Kraków;Śląsk;Wałęsa"),
    ("cp1250", "Dvořák;Novák;Jiří Černý"),
    ("cp1250", "Győr;Erdős;fűtő"),
    ("cp1250", "Gdańsk;Poznań"),
    ("cp1251", "Москва;Иванов"),
    ("cp1253", "Αθήνα;Παπαδόπουλος"),
    ("cp1254", "İstanbul;Şişli;Beyoğlu;ışık"),
    ("cp932", "東京都;山田太郎"),
    ("cp932", "カタカナ;ひらがな"),
    ("gb18030", "北京市;张伟"),
    ("cp850", "Überweisung;Gebühr;Größe"),
    ("cp1252", "São Paulo;ações;João"),
    ("cp1252", "Ångström;Malmö;Växjö"),
    ("cp1252", "Jyväskylä;Hämeenlinna"),
    ("cp1252", "città;perché;più"),
    ("cp1252", "5 °C;10 µm;±2;£5"),
    ("cp1250", "Csűrös Győző;Szűcs"),
    ("mac-roman", "Müller;Köln"),
]
UNCERTAIN = [
    ("koi8-r", "Москва;Иванов Пётр"),
    ("cp949", "서울;김철수"),
    ("gb18030", "客户名称;金额"),
    ("cp850", "Grün"),
    ("cp1252", "Tõnu;Jõgi;Pärnu"),
    ("cp1252", "Reykjavík;Þórður;Guðmundur"),
    ("cp1250", "Bydgoszcz;Świętokrzyskie;Łódź"),
    ("cp1251", "Київ;Львів;Україна"),
]


@pytest.mark.parametrize(("encoding", "text"), KNOWN)
def test_reads_words_as_they_were_written(encoding: str, text: str) -> None:
    data = text.encode(encoding)
    found = guess([data])
    assert found is not None
    assert found.sure
    assert data.decode(found.encoding) == text


@pytest.mark.parametrize(("encoding", "text"), KNOWN + UNCERTAIN)
def test_is_never_sure_of_a_wrong_reading(encoding: str, text: str) -> None:
    data = text.encode(encoding)
    found = guess([data])
    assert found is not None
    assert not found.sure or data.decode(found.encoding) == text


def test_rivals_are_only_readings_that_differ() -> None:
    data = "Müller".encode("cp1252")  # the same in cp1250 and cp1254
    found = guess([data])
    assert found is not None
    assert all(data.decode(name) != "Müller" for name, _ in found.rivals)
