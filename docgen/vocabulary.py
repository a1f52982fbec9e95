"""Vocabulary: the titles of sections and the headers of columns on pages.

Markdown finds headings and tables by these words, and `extract` decides by them what a table
declares. To support a new spelling, add it here. All words are in lower case, with single spaces.
"""

from docgen.regex import Regex

ZERO_WIDTH = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U00013430-\U00013440"
    "\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Characters without a width, as part of a character class."""
_ZERO_WIDTH = Regex(f"[{ZERO_WIDTH}]+")

RULE_CHARACTERS = (
    r"\-:=_~*+\u00af\u2010-\u2015\u2212\u2500-\u257f\ufe58\ufe63\uff0d\uff1d"
)
"""Characters of a line between a header and its rows, as part of a character class."""

SECTIONS: dict[str, tuple[str, ...]] = {
    "properties": ("properties", "property", "instance attributes", "attributes"),
    "relationships": (
        *("relationships", "relationship", "navigation properties"),
        *("navigation", "navigation property", "navigations", "navigation links"),
        *("navigational properties", "navigational property"),
        *("relations", "associations"),
    ),
    "methods": (
        *("methods", "method", "functions", "actions", "bound actions", "tasks"),
        *("operations", "supported operations", "api operations"),
    ),
    "members": ("members", "enum members", "enumeration members"),
}
"""Kind of table → the titles of the sections that contain such a table."""

OTHER_SECTIONS = ("example", "json representation", "related content", "see also")
"""Titles of sections without a table of a type."""

JSON_SECTIONS = frozenset(
    (
        *("json representation", "json", "representation", "resource representation"),
        *("json schema", "json structure", "json format", "json object"),
    )
)
"""Titles of the section with the sample of a resource."""
VALUE_SECTIONS = frozenset(
    (
        *("value", "values", "enum", "enums", "enumeration"),
        *("enumerations", "flags", "options"),
    )
)
"""Titles of sections with values that do not say which."""
UNTYPED_SECTIONS = (
    *("request", "response", "request body", "response body", "body", "headers"),
    *("request headers", "response headers", "parameters", "arguments", "input"),
    *("output", "returns", "errors", "fields", "schema", "overview", "introduction"),
    *("remarks", "notes", "permissions", "prerequisites", "examples", "limitations"),
    *("json", "syntax", "metadata", "columns", "options", "settings", "values"),
)
"""Titles of other sections, which are not the names of types although they are words."""

DESCRIPTION_HEADERS = ("description", "descriptions")
"""Headers of descriptions; others, such as `Notes`, are only read in a table without one."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": (
        *("property", "property name", "relationship", "relationship name"),
        *("navigation property", "navigation", "navigation property name"),
        *("navigational property", "navigational property name", "relation"),
        *("association", "name", "method", "method name", "function", "operation"),
        *("task", "task name", "common task", "action", "action name"),
        *("member", "members", "member name", "enum member"),
        *("parameter", "parameter name"),
    ),
    "type": (
        *("type", "data type", "return type", "return types", "returns", "return"),
        *("http method", "rest path", "example request"),
    ),
    "description": (
        *(*DESCRIPTION_HEADERS, "purpose", "comment", "comments", "meaning"),
        *("notes", "remarks", "details", "summary", "explanation"),
    ),
    "value": ("value", "values", "int value", "integer value", "numeric value"),
    "required": ("required", "required on create", "required?", "req."),
    "nullable": ("nullable",),
    "read_only": ("readonly", "read-only", "read only"),
    "is_key": ("key",),
}
"""Kind of column → its headers."""

API_PAGE_HEADERS = frozenset(
    {"header", "header name", "request header", "query parameter", "query option"}
)
"""Headers of the names of headers and query options."""
KIND_OF_HEADER = dict.fromkeys(API_PAGE_HEADERS, "name") | {
    word: column for column, words in COLUMNS.items() for word in words
}
KNOWN_HEADERS = frozenset(KIND_OF_HEADER)
"""All headers of tables."""
MEMBER_HEADERS = frozenset(
    {"member", "members", "member name", "enum member", "name", "value", "values"}
)
"""Headers of the names of enum members."""
NUMBER_HEADERS = frozenset(
    (
        *("int", "int32", "integer", "number", "numeric", "decimal", "code"),
        *("enum value", "member value", "flag value", "int32 value", "raw value"),
        *("number value", "numerical value", "decimal value", "underlying value"),
        *("numeric code", "hex", "hex value", "hexadecimal", "hexadecimal value"),
    )
)
"""Headers of the numbers of enum members, besides those of values."""
PROPERTY_HEADERS = frozenset({"property", "property name"})
"""Headers that identify a table of properties in any section."""
RELATIONSHIP_HEADERS = frozenset(
    (
        *("relationship", "relationship name", "relationships", "navigation"),
        *("navigation property", "navigation properties"),
        *("navigation property name", "relation", "association"),
        *("navigational property", "navigational property name"),
    )
)
METHOD_HEADERS = frozenset({"method", "methods", "method name", "function", "action"})
"""Headers that identify tables of relationships and methods below the heading of a type."""

BLOCK_TYPE_KEY = "blockType"
"""The key of an annotation that says what it describes."""

ANNOTATION_KEYS = frozenset(
    {
        *(
            BLOCK_TYPE_KEY,
            "@odata.type",
            "@type",
            "@type.aka",
            "baseType",
            "keyProperty",
        ),
        *("abstract", "isAbstract", "openType", "isOpen", "optionalProperties"),
        *("name", "truncated", "isCollection", "isComposable", "isEmpty", "sampleKeys"),
        *("scope", "scopes", "tags", "target", "idempotent", "opaqueUrl"),
        *("isMediaEntity", "@odata.annotations", "@property.aka", "namespace", "id"),
        *("expectError", "nullableProperties", "validateJson", "isErrorResponse"),
    }
)
"""Keys of annotations; a key that is similar to one of them is misspelled."""

BLOCK_TYPES = frozenset(
    {
        *("resource", "request", "response", "example", "ignored", "samples"),
        *("simulatedresponse", "paramsentry", "authscopes", "action", "function"),
    }
)
"""Values of `blockType`, in lower case."""

TRANSLATED_SECTIONS: dict[str, tuple[str, ...]] = {
    "properties": (
        *("eigenschaften", "propriétés", "propiedades", "propriedades", "proprietà"),
        *("eigenschappen", "właściwości", "vlastnosti", "свойства", "プロパティ"),
        *("属性", "屬性", "속성"),
        *("egenskaper", "egenskaber", "tulajdonságok", "özellikler", "ominaisuudet"),
        *("proprietăți", "proprietăţi", "властивості", "ιδιότητες", "thuộc tính"),
    ),
    "relationships": (
        *("beziehungen", "relations", "relaciones", "relações", "relacionamentos"),
        *("relazioni", "relaties", "relacje", "vztahy", "отношения", "связи"),
        *("リレーションシップ", "关系", "關聯", "관계"),
        *("relationer", "relasjoner", "kapcsolatok", "ilişkiler", "suhteet", "relații"),
        *("relaţii", "зв'язки", "зв\u2019язки", "відношення", "σχέσεις", "mối quan hệ"),
    ),
    "methods": (
        *("methoden", "méthodes", "métodos", "metodi", "metody", "методы"),
        *("メソッド", "方法", "메서드", "메소드"),
        *("metoder", "metódusok", "yöntemler", "metotlar", "menetelmät", "metodit"),
        *("metode", "методи", "μέθοδοι", "phương thức"),
    ),
    "members": (
        *("mitglieder", "membres", "miembros", "membros", "membri", "leden", "члены"),
        *("メンバー", "成员", "成員", "멤버"),
        *("medlemmar", "medlemmer", "tagok", "üyeler", "jäsenet", "члени", "μέλη"),
    ),
}
"""Kind of table → the titles of its sections on translated pages."""

TRANSLATED_MEMBER_HEADERS = frozenset(
    (
        *("mitglied", "wert", "membre", "valeur"),
        *("miembro", "valor", "membro", "valore"),
        *("lid", "waarde", "członek", "wartość", "člen", "hodnota", "член", "элемент"),
        *("значение", "メンバー", "値", "成员", "成員", "值", "멤버", "값", "medlem"),
        *("värde", "værdi", "verdi", "tag", "érték", "üye", "değer", "значення"),
    )
)
"""Headers of the names of enum members on translated pages."""

TRANSLATED_NAMESPACE_WORDS = (
    *("espace de noms", "espacio de nombres", "namensraum", "namespace"),
    *("espaço para nome", "espaço de nomes", "spazio dei nomi"),
    *("naamruimte", "przestrzeń nazw", "obor názvů", "névtér", "namnområde"),
    *("пространство имен", "пространство имён", "名前空間", "命名空间", "命名空間"),
    *("네임스페이스",),
    *("navneområde", "navnerom", "nimiavaruus", "ad alan\u0131", "простір імен"),
    *("spațiu de nume", "χώρος ονομάτων", "không gian tên"),
)
"""The word "namespace" on translated pages, where a namespace follows."""

TRANSLATED_PRIMITIVES: dict[str, tuple[str, ...]] = {
    "String": (
        *("zeichenfolge", "zeichenkette", "chaîne", "cadena", "cadeia", "sequência"),
        *(
            "stringa",
            "tekenreeks",
            "ciąg",
            "řetězec",
            "строк",
            "文字列",
            "字符串",
            "字串",
        ),
        *("문자열", "sträng", "streng", "karakterlánc", "sztring", "dize", "рядок"),
        *("merkkijono", "συμβολοσειρά", "chuỗi"),
    ),
    "Boolean": (
        *("boole", "booléen", "boolian", "boleano", "логическ", "булев"),
        *("ブール", "布尔", "布林", "부울"),
        *("boolesk", "boolsk", "booleaans", "logiczn", "logick", "logikai", "логічн"),
        *("totuusarvo",),
    ),
    "DateTimeOffset": (
        *("zeitstempel", "horodatage", "タイムスタンプ", "时间戳"),
        *("datum und uhrzeit", "date et heure", "fecha y hora", "data e hora"),
        *("data e ora", "datum en tijd", "дата и время", "日時", "日期和时间"),
        *("日期和時間", "날짜 및 시간"),
        *("datum och tid", "dato og klokkeslæt", "dato og klokkeslett", "dátum és idő"),
        *("tarih ve saat", "päivämäärä ja aika", "дата й час", "дата \u0456 час"),
        *("data i godzina", "datum a čas", "data și ora"),
    ),
    "Date": (
        *("datum", "fecha", "data", "дата", "日付", "日期", "날짜", "dato", "dátum"),
        *("tarih", "päivämäärä"),
    ),
    "Duration": (
        *("dauer", "durée", "duración", "duração", "durata", "длительность"),
        *("продолжительность", "期間", "期限", "期间", "持续时间", "기간"),
    ),
    "Double": ("doppelte", "doble", "duplo", "двойн", "倍精度", "双精度", "雙精度"),
    "Binary": (
        *("binär", "binaire", "binari", "binári", "двоичн", "バイナリ", "二进制"),
    ),
    "Int32": (
        *("ganzzahl", "entier", "entero", "inteiro", "целое", "整数", "정수", "intero"),
        *("heltal", "egész", "tamsay\u0131", "kokonaisluku", "ціле", "geheel getal"),
        *("liczba całkowita", "celé číslo"),
    ),
    "Stream": ("datenstrom", "flux", "fluxo", "поток", "ストリーム"),
}
"""Primitive type → its words on translated pages, which may be parts of compounds."""

TRANSLATED_COLLECTION_WORDS = (
    *("sammlung", "auflistung", "colección", "coleção", "raccolta", "verzameling"),
    *("kolekcja", "kolekce", "liste", "lista"),
    *("matriz", "коллекци", "список", "массив"),
    *("コレクション", "配列", "集合", "数组", "컬렉션", "배열"),
    *("samling", "gyűjtemény", "koleksiyon", "kokoelma", "колекці", "colecți"),
    *("συλλογή", "tableau"),
)
"""Words that make a type a collection on translated pages; they may be parts of compounds."""

TRANSLATED_INHERITANCE_WORDS = (
    *("erbt", "hérite", "hered(?:a|ad[ao])"),
    *("herd(?:a|ado)", "eredita", "erft", "dziedziczy"),
    *("наслед", "успадк", "継承", "继承", "繼承", "상속", "ärver", "nedarver", "arver"),
    *("örök", "devral", "perii", "dědí", "moștenește"),
)
"""Patterns of the words by which translated prose names the base type, which is a link."""

TRANSLATED_INHERITED_BY = (
    r"herdad[oa]s?\W+por\b",
    r"heredad[oa]s?\W+por\b",
    r"hérité\w*+\W+par\b",
)
"""Patterns of these words where the link is a type that derives from the type of the page."""

NO_RETURN_WORDS = frozenset(
    {"none", "no content", "nothing", "void", "n/a", "not applicable"}
)
"""Words of a return cell which mean that the operation returns nothing."""

TRANSLATED_NOTHING_WORDS = frozenset(
    {
        *("keine", "keiner", "kein", "nichts", "aucun", "aucune", "ninguno", "ninguna"),
        *("nenhum", "nenhuma", "nessuno", "geen", "нет", "なし", "无", "無", "없음"),
        *("inget", "ingen", "inga", "intet", "nincs", "yok", "немає", "brak", "žádný"),
        *("žádné", "无内容", "無內容", "kein inhalt", "aucun contenu", "sin contenido"),
        *("sem conteúdo", "nessun contenuto", "geen inhoud", "нет содержимого"),
        *("コンテンツなし", "콘텐츠 없음"),
    }
)
"""Words of a return cell which mean that nothing is returned on translated pages."""


def says_nothing(cell: str) -> bool:
    """Return whether a cell is empty, or says so: `-`, `N/A`."""
    return cell.strip("-\u2013\u2014 \t\n").lower() in {"", "n/a"}


def without_zero_width(text: str) -> str:
    """Return `text` without the characters that have no width."""
    return text if text.isascii() else _ZERO_WIDTH.sub("", text)
