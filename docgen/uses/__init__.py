"""Finding what Python code uses of a generated package.

    schema ─▶ package_names     the modules, classes and attributes of the package
    files  ─▶ scopes            what each name of the code is bound to
                 └─▶ evaluate   the types of expressions, where they are evident
                        └─▶ find   the uses, and the calls whose objects have an unknown type

Nothing is imported or run. A type is evident from imports, annotations, constructors, `with`
statements, loops, and what functions return; all types that a name may have are considered.
"""

from docgen.uses.find import CodeUses, PossibleUse, UnknownAttribute, Use, find_uses
from docgen.uses.package_names import PackageNames, names_of_package
from docgen.uses.source_files import SourceFile, python_files

__all__ = [
    "CodeUses",
    "PackageNames",
    "PossibleUse",
    "SourceFile",
    "UnknownAttribute",
    "Use",
    "find_uses",
    "names_of_package",
    "python_files",
]
