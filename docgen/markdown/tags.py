"""The tags of HTML: a page's `<server>` is none of them and stays text."""

_BEGINNING_A_LINE = """
blockquote br center dd details div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre section
summary table tbody tfoot thead tr ul
"""
_SETTING_APART = "td th"
_UNSEEN = """
a abbr acronym article aside audio b bdi bdo big button caption cite code col colgroup data
del dfn em fieldset figcaption font footer form header i iframe img input ins kbd label
legend main mark nav nobr object option picture q s samp script select small source span
strike strong style sub sup svg textarea time tt u var video wbr
"""

LINE_TAGS = frozenset(_BEGINNING_A_LINE.split())
"""Tags that begin a line where a reader sees the page."""

CELL_TAGS = frozenset(_SETTING_APART.split())
"""Tags that set their text apart from the text before."""

TAGS = LINE_TAGS | CELL_TAGS | frozenset(_UNSEEN.split())
"""Every tag that vanishes from the text."""
