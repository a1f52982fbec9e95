"""Vocabulary: the titles of sections and the headers of columns on pages.

Markdown finds headings and tables by these words, and `extract` decides by them what a table
declares. To support a new spelling, add it here. All words are in lower case, with single spaces.
"""

SECTIONS: dict[str, tuple[str, ...]] = {
    "properties": ("properties", "property", "instance attributes", "attributes"),
    "relationships": ("relationships", "relationship", "navigation properties"),
    "methods": (
        *("methods", "method", "functions", "actions", "bound actions", "tasks"),
    ),
    "members": ("members", "enum members", "enumeration members"),
}
"""Kind of table → the titles of the sections that contain such a table."""

OTHER_SECTIONS = ("example", "json representation", "related content", "see also")
"""Titles of sections without a table of a type."""

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
"""Kind of column → its headers."""

PROPERTY_HEADERS = frozenset({"property", "property name"})
"""Headers that identify a table of properties in any section."""

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
"""Titles of the sections of a resource page in translations."""
