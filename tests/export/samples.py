"""Releases for the exporters' tests: an invented town, invented people, every kind of block, four languages."""

import io
import math
import re
from datetime import date
from functools import lru_cache

from PIL import Image, ImageDraw

from pressdesk.model.release import Block, BlockKind, Issuer, Photo, Release
from pressdesk.text.spans import Span

LOCALES = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB", "pt": "pt-PT"}
DAY = date(2026, 9, 14)
EMBARGO = "2026-09-14T15:00:00+05:00"

_NAMES = {
    "kk": ("Қазақстан Республикасы Сыртқы істер министрлігі", "ҚР СІМ"),
    "ru": ("Министерство иностранных дел Республики Казахстан", "МИД РК"),
    "en": ("Ministry of Foreign Affairs of the Republic of Kazakhstan", "Kazakh MFA"),
    "pt": ("Ministério dos Negócios Estrangeiros da República do Cazaquistão", "MNE do Cazaquistão"),
}
_ADDRESS = {
    "kk": "010000, Астана, Үлгі көшесі, 1",
    "ru": "010000, Астана, ул. Примерная, 1",
    "en": "1 Sample Street, Astana 010000",
    "pt": "Rua do Exemplo, 1, 010000 Astana",
}
_ALT = {
    "kk": "Өзен жағасындағы шағын қала, арғы бетте таулар",
    "ru": "Небольшой город на берегу реки, за ним горы",
    "en": "A small town on a river bank, mountains behind it",
    "pt": "Uma pequena cidade à beira-rio, com montanhas ao fundo",
}
_PLACE = {"kk": "Понте-Клара", "ru": "Понте-Клара", "en": "Ponte Clara", "pt": "Ponte Clara"}
_DISCLAIMER = {
    "kk": "Бұл үлгідегі адамдар, қала, ұйымдар мен оқиғалар ойдан шығарылған.",
    "ru": "Люди, город, организации и события в этом образце вымышлены.",
    "en": "The people, town, organisations and events in this sample are invented.",
    "pt": "As pessoas, a cidade, as organizações e os acontecimentos deste exemplo são inventados.",
}

# «[pt:…]» is text in another language; `~` is a no-break space
_TEXTS = {
    "kk": [
        ("headline", "Қазақстан мен Понте-Клара су үнемдеу және білім саласындағы байланысты нығайтады"),
        ("credit", "Сурет: ҚР СІМ"),
        (
            "lead",
            "Қазақстанның Португалиядағы Елшісі Арман Жолдас Понте-Клара қаласына жұмыс сапарымен барып, су "
            "үнемдеу технологиялары мен студенттер алмасуды талқылады, деп хабарлайды ҚР-ның Сыртқы істер "
            "министрлігінің баспасөз қызметі.",
        ),
        (
            "paragraph",
            "Муниципалдық палатаның Төрағасы Руй Фонтеспен кездесуде орталықсыздандырылған ынтымақтастық, "
            "ауылшаруашылық-өнеркәсіптік кешен және тамшылатып суару тәжірибесі қаралды. Өңірдің 2025~жылғы экспорты "
            "1~240~млн еуроға жетіп, 7,5%-ға өсті; оның шамамен 70%-ын жеңіл өнеркәсіп береді.",
        ),
        (
            "paragraph",
            "Сапар аясында «Су және қала: ортақ тәжірибе» атты дөңгелек үстел өтті, оған 45~сарапшы қатысты. "
            "ЮНЕСКО-ға бірлескен өтінім дайындалады, зертханаға 12~млн~₸ бөлінеді.",
        ),
        ("quote", "«Біз ортақ зерттеулерге дайынбыз. Алғашқы топты көктемде қабылдаймыз»."),
        ("speaker", "Марта Новайш, [pt:Universidade de Ponte Clara] университетінің проректоры"),
        ("subheading", "Елші аралаған кәсіпорындар"),
        ("list_item", "[pt:Fiação do Rio] – табиғи талшықтан тоқыма бұйымдары"),
        ("list_item", "[pt:Olaria Nova] – құрылысқа арналған қыш және композиттік материалдар, қайта өңделген шикізат"),
        ("list_item", "[en:Rivermark] – су есебін жүргізуге арналған бағдарламалар"),
        (
            "paragraph",
            "Кәсіпорын басшылары жыл соңына дейін Қазақстанға келіп, бірлескен жұмысты бастау жөнінде келіссөз "
            "жүргізуге дайын екенін білдірді.",
        ),
    ],
    "ru": [
        ("headline", "Казахстан и~Понте-Клара укрепляют связи в~области воды и~образования"),
        ("credit", "Фото: МИД РК"),
        (
            "lead",
            "Посол Казахстана в~Португалии Арман Жолдас посетил с~рабочей поездкой город Понте-Клара и~обсудил "
            "водосберегающие технологии и~обмен студентами, сообщает пресс-служба Министерства иностранных дел "
            "Республики Казахстан.",
        ),
        (
            "paragraph",
            "На встрече с~председателем муниципальной палаты Руем Фонтешем рассмотрены опыт капельного орошения "
            "и~прямые связи предприятий. Экспорт региона за 2025~год достиг 1~240~млн евро и~вырос на~7,5~%.",
        ),
        ("quote", "«Мы готовы к~совместным исследованиям. Первую группу примем весной»."),
        ("speaker", "Марта Новайш, проректор университета [pt:Universidade de Ponte Clara]"),
        ("subheading", "Какие предприятия посетил посол"),
        ("list_item", "[pt:Fiação do Rio]~– ткани из натурального волокна"),
        ("list_item", "[en:Rivermark]~– программы для учёта воды"),
        ("paragraph", "Руководители предприятий готовы до конца года приехать в~Казахстан."),
    ],
    "en": [
        ("headline", "Kazakhstan and Ponte Clara strengthen ties in water and education"),
        ("credit", "Photo: Kazakh MFA"),
        (
            "lead",
            "Ambassador of Kazakhstan to Portugal Arman Zholdas paid a working visit to Ponte Clara and discussed "
            "water-saving technologies and student exchanges, the press service of the Ministry of Foreign Affairs of "
            "the Republic of Kazakhstan reports.",
        ),
        (
            "paragraph",
            "At a meeting with the President of the Municipal Chamber, [pt:Rui Fontes], drip irrigation and direct "
            "links between companies were discussed. The region’s exports reached 1,240~million euros in 2025, "
            "up 7.5%.",
        ),
        ("quote", "“We are ready for joint research. The first group will arrive in spring.”"),
        ("speaker", "Marta Novais, Vice-Rector, [pt:Universidade de Ponte Clara]"),
        ("subheading", "Companies visited"),
        ("list_item", "[pt:Fiação do Rio] – textiles from natural fibre"),
        ("list_item", "Rivermark – software that accounts for water"),
        ("paragraph", "The heads of the companies said they were ready to come to Kazakhstan within the year."),
    ],
    "pt": [
        ("headline", "Cazaquistão e Ponte Clara reforçam laços na água e na educação"),
        ("credit", "Fotografia: MNE do Cazaquistão"),
        (
            "lead",
            "O Embaixador do Cazaquistão em Portugal, Arman Zholdas, realizou uma visita de trabalho a Ponte Clara e "
            "debateu as tecnologias de poupança de água e o intercâmbio de estudantes, informa o serviço de imprensa "
            "do Ministério dos Negócios Estrangeiros da República do Cazaquistão.",
        ),
        (
            "paragraph",
            "No encontro com o Presidente da Câmara Municipal, Rui Fontes, foram analisadas a rega gota a gota e os "
            "contactos diretos entre empresas. As exportações da região atingiram 1240~milhões de euros em 2025, mais "
            "7,5~% do que no ano anterior.",
        ),
        ("quote", "«Estamos prontos para a investigação conjunta. O primeiro grupo chega na primavera.»"),
        ("speaker", "Marta Novais, vice-reitora da Universidade de Ponte Clara"),
        ("subheading", "Empresas visitadas"),
        ("list_item", "Fiação do Rio – têxteis de fibra natural"),
        ("list_item", "[en:Rivermark] – programas para a contagem da água"),
        ("paragraph", "Os dirigentes das empresas querem visitar o Cazaquistão até ao final do ano."),
    ],
}


def marked(text: str) -> tuple[str, tuple[tuple[Span, str], ...]]:
    """Text with its `[pt:…]` marks taken off, and the spans they stood around."""
    plain, foreign, at = "", [], 0
    text = text.replace("~", "\u00a0")
    for mark in re.finditer(r"\[(kk|ru|en|pt):([^\]]*)\]", text):
        plain += text[at : mark.start()]
        foreign.append((Span(len(plain), len(plain) + len(mark[2])), LOCALES[mark[1]]))
        plain += mark[2]
        at = mark.end()
    return plain + text[at:], tuple(foreign)


def block(kind: str, text: str, index: int = 0) -> Block:
    """A block from marked text."""
    plain, foreign = marked(text)
    return Block(f"{kind}-{index}", BlockKind(kind), plain, foreign=foreign)


def release_of(*blocks: tuple[str, str], language: str = "kk", **more: object) -> Release:
    """A bare release of these blocks: no issuer, no photo, no place, no date, final."""
    made = tuple(block(kind, text, index) for index, (kind, text) in enumerate(blocks))
    values: dict[str, object] = {"locale": LOCALES[language], "kind": "working_visit", "draft": False, **more}
    return Release(language=language, blocks=made, **values)  # type: ignore[arg-type]


def full(language: str, **more: object) -> Release:
    """The sample with everything: letterhead, photo, date line, embargo, every kind of block, disclaimer."""
    second = "ru" if language == "kk" else "kk"
    values: dict[str, object] = {
        "date": DAY,
        "place": _PLACE[language],
        "slug": "visit-ponte-clara",
        "embargo": EMBARGO,
        "disclaimer": _DISCLAIMER[language],
        "issuer": Issuer(*_NAMES[language], _NAMES[second][0], second, _ADDRESS[language], "www.example.org"),
        "photo": Photo("ponte-clara.jpg", photo(), _ALT[language], _NAMES[language][1]),
        "languages": tuple(tag for tag in LOCALES if tag != language),
        **more,
    }
    return release_of(*_TEXTS[language], language=language, **values)


def modest(language: str = "kk", **more: object) -> Release:
    """A release without address, place, embargo and disclaimer: the shape of the model release."""
    second = "ru" if language == "kk" else "kk"
    issuer = Issuer(*_NAMES[language], _NAMES[second][0], second)
    return full(language, place="", embargo="", disclaimer="", issuer=issuer, **more)


@lru_cache(maxsize=4)
def photo(width: int = 1900, height: int = 1069) -> bytes:
    """An invented landscape as a JPEG, with a position and a camera in its EXIF data."""
    image = Image.new("RGB", (width, height), "#cfdfe8")
    draw = ImageDraw.Draw(image)
    ridges = ((0.5, 0.08, 1.4, "#86a3a8"), (0.6, 0.06, 2.1, "#5f8488"), (0.7, 0.03, 3.3, "#41686a"))
    for base, swing, waves, colour in ridges:
        bend = math.tau * waves / width
        ridge = [(x, height * (base + swing * math.sin(x * bend))) for x in range(0, width + 10, 10)]
        draw.polygon([(0, height), *ridge, (width, height)], fill=colour)
    draw.rectangle((0, height * 0.86, width, height), fill="#9bb8c6")
    for index in range(17):
        left, tall = width * (0.05 + index * 0.053), height * (0.1 + 0.05 * (index * 7 % 4))
        top = height * 0.87 - tall
        wall = ("#efe6d6", "#e2d3bd", "#f4f0e8")[index % 3]
        draw.rectangle((left, top, left + width * 0.045, height * 0.87), fill=wall)
        roof = [(left - 6, top), (left + width * 0.0225, top - height * 0.035), (left + width * 0.045 + 6, top)]
        draw.polygon(roof, fill="#a8553c")
    data = Image.Exif()
    data[0x010F] = "An invented camera"
    data.get_ifd(0x8825)[1] = "N"
    to = io.BytesIO()
    image.save(to, "JPEG", quality=88, exif=data)
    return to.getvalue()
