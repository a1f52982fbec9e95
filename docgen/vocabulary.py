"""Vocabulary: what the sections and the columns of pages are called.

Markdown finds headings and tables by these words, the schema reads what they hold: a new spelling
is one more word here, and nothing else. All are in small letters, with single blanks.
"""

SECTIONS: dict[str, tuple[str, ...]] = {
    "properties": ("properties", "property", "instance attributes", "attributes"),
    "relationships": ("relationships", "relationship", "navigation properties"),
    "methods": (
        *("methods", "method", "functions", "actions", "bound actions", "tasks"),
    ),
    "members": ("members", "enum members", "enumeration members"),
}
"""The kinds of tables, and the titles of the sections that hold them."""

OTHER_SECTIONS = ("example", "json representation", "related content", "see also")
"""Titles of sections that hold no table of a type."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": (
        *("property", "property name", "relationship", "relationship name"),
        *("navigation property", "name", "method", "method name", "function"),
        *("task", "task name", "common task", "action", "action name"),
        *("member", "members", "member name", "enum member"),
        *("parameter", "parameter name"),
    ),
    "type": (
        *("type", "data type", "return type", "return types", "returns", "return"),
        *("http method", "rest path", "example request"),
    ),
    "description": ("description", "descriptions", "purpose"),
    "value": ("value", "values", "int value", "integer value", "numeric value"),
    "required": ("required", "required on create", "required?", "req."),
    "nullable": ("nullable",),
    "read_only": ("readonly", "read-only", "read only"),
    "is_key": ("key",),
}
"""What a column may hold, and the headers that it has then."""

PROPERTY_HEADERS = frozenset({"property", "property name"})
"""Headers that mark a table of properties wherever it stands."""

FOREIGN_SECTIONS = frozenset(
    {
        *("eigenschaften", "methoden", "beziehungen", "mitglieder"),
        *("propriétés", "méthodes", "relations", "membres"),
        *("propiedades", "métodos", "relaciones", "miembros"),
        *("propriedades", "relações", "relacionamentos", "membros"),
        *("proprietà", "metodi", "relazioni", "membri"),
        *("eigenschappen", "relaties", "leden"),
        *("właściwości", "metody", "relacje", "vlastnosti", "vztahy"),
        *("свойства", "методы", "отношения", "связи", "члены"),
        *("プロパティ", "メソッド", "リレーションシップ", "メンバー"),
        *("属性", "方法", "关系", "成员", "屬性", "關聯"),
        *("속성", "메서드", "메소드", "관계", "멤버"),
    }
)
"""Titles that the sections of a type's page have in translations."""
