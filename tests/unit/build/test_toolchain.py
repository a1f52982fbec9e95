"""Toolchain: which changes of templates change its digests."""

from pathlib import Path

import pytest

from docgen.build.toolchain import Toolchain, toolchain, toolchain_status


def toolchain_with(folder: Path) -> Toolchain:
    folders = [str(folder)]
    return toolchain(folders, toolchain_status(folders), None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    template = tmp_path / "shared/part/number.jinja"
    template.parent.mkdir(parents=True)
    template.write_text("1")
    return tmp_path


def test_the_same_templates_in_another_folder_are_the_same(folder: Path) -> None:
    before = toolchain_with(folder)
    folder.rename(folder.with_name("other"))
    assert toolchain_with(folder.with_name("other")).templates == before.templates


def test_a_template_that_moves_between_folders_is_a_change(folder: Path) -> None:
    before = toolchain_with(folder)
    (folder / "shared").rename(folder / "other")
    assert toolchain_with(folder).templates != before.templates


def test_a_template_in_a_folder_with_a_dot_in_its_name_counts(folder: Path) -> None:
    before = toolchain_with(folder)
    (folder / "v1.0").mkdir()
    (folder / "v1.0/number.jinja").write_text("1")
    assert toolchain_with(folder).templates != before.templates


def test_hidden_folders_are_not_searched(folder: Path) -> None:
    before = toolchain_with(folder)
    (folder / ".git").mkdir()
    (folder / ".git/number.jinja").write_text("1")
    assert toolchain_with(folder) == before


def test_the_version_of_templates_changes_without_digests(folder: Path) -> None:
    before = Toolchain(toolchain_status([str(folder)]))
    (folder / "shared/part/number.jinja").write_text("2")
    after = Toolchain(toolchain_status([str(folder)]))
    assert before.version_of_templates != after.version_of_templates


def test_a_folder_that_cannot_be_read_has_no_templates(folder: Path) -> None:
    without = toolchain_with(folder / "gone")
    assert toolchain_with(folder / "gone") == without
    assert toolchain_with(folder).templates != without.templates


def test_another_version_of_python_is_a_change(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = toolchain_with(folder)
    monkeypatch.setattr("sys.version", "3.99.0")
    assert toolchain_with(folder).code != before.code
    assert toolchain_status([str(folder)]) != before.status


def test_template_that_cannot_be_read_equals_no_other(folder: Path) -> None:
    (folder / "shared/broken.jinja").mkdir()
    assert toolchain_with(folder).templates != toolchain_with(folder).templates
