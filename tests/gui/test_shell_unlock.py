"""Stories of the locked window: the first start, passphrases, locking by hand and by itself."""

from __future__ import annotations

import keyring
import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.gui.shell import PASSPHRASE, Shell, client
from tests.samples import sample_raw


def fill_new_casebook(shell: Shell, passphrase: str, again: str) -> None:
    pane = shell.window.unlock.new_casebook
    pane.passphrase.clear()
    pane.again.clear()
    shell.type(pane.passphrase, passphrase)
    shell.type(pane.again, again)
    QTest.keyClick(pane.again, Qt.Key.Key_Return)


def test_the_first_start_asks_for_a_new_passphrase_twice(shell: Shell) -> None:
    window = shell.start()
    pane = window.unlock.new_casebook
    assert pane.isVisible()
    assert not pane.cancel_button.isVisible()
    pane.user_name.setText("A. Consultant")
    fill_new_casebook(shell, "kestrel orbit velvet", "kestrel orbit velvet")
    assert shell.space.office.author.name == "A. Consultant"
    made = shell.space.office.path
    assert made.parent == shell.where.data
    assert b"SQLite format" not in made.read_bytes()[:16]


@pytest.mark.parametrize(
    ("passphrase", "again", "said"),
    [
        ("short", "short", "Too short: at least 8 characters."),
        ("kestrel orbit", "kestrel orbits", "The two passphrases are not the same."),
    ],
)
def test_a_new_passphrase_that_will_not_do_is_refused_in_words(
    shell: Shell, passphrase: str, again: str, said: str
) -> None:
    window = shell.start()
    window.unlock.new_casebook.user_name.setText("A. Consultant")
    fill_new_casebook(shell, passphrase, again)
    assert window.unlock.new_casebook.wrong.text() == said
    assert window.unlock.new_casebook.passphrase.text() == passphrase
    assert not shell.is_open()


def test_a_name_that_is_taken_is_refused(shell: Shell) -> None:
    shell.casebook()
    window = shell.start()
    shell.click(window.unlock.make_new)
    pane = window.unlock.new_casebook
    pane.name.setText("clients")
    pane.user_name.setText("A. Consultant")
    fill_new_casebook(shell, "kestrel orbit velvet", "kestrel orbit velvet")
    assert "clients.casebook" in pane.wrong.text()
    shell.click(pane.cancel_button)
    assert window.unlock.passphrase.isVisible()


def test_strength_is_said_in_words_while_typing(shell: Shell) -> None:
    pane = shell.start().unlock.new_casebook
    said = []
    for typed in ("abc", "aaaaaaaaaa", "Tr0ub4dor", "kestrel orbit velvet ninety harbour maple"):
        pane.passphrase.setText(typed)
        said.append(pane.how_strong.text().split(":")[0].split(".")[0])
    assert said == ["Too short", "Weak", "Fair", "Strong"]


def test_the_right_passphrase_opens_the_casebook(shell: Shell) -> None:
    window = shell.unlocked(client("Okafor", "Adaeze", "2026-0042"))
    assert shell.names() == ["OKAFOR, Adaeze"]
    assert window.unlock.passphrase.field.text() == ""
    assert shell.where.recent_casebooks() == (shell.where.default_casebook,)


def test_a_wrong_passphrase_is_said_under_the_field_and_selected(shell: Shell) -> None:
    shell.casebook(client("Okafor", "Adaeze", "2026-0042"))
    window = shell.start()
    pane = window.unlock.passphrase
    shell.unlock("wrong horse")
    assert pane.wrong.text() == "This passphrase does not open clients.casebook."
    assert pane.field.selectedText() == "wrong horse"
    assert pane.field.hasFocus()
    assert not shell.is_open()
    shell.type(pane.field, "w")
    assert pane.wrong.text() == ""
    pane.field.clear()
    shell.unlock()
    assert shell.is_open()


def test_nothing_typed_is_no_passphrase(shell: Shell) -> None:
    shell.casebook()
    pane = shell.start().unlock.passphrase
    shell.click(pane.unlock)
    assert pane.wrong.text() == "Type the passphrase of this casebook."


def test_caps_lock_is_said_in_words(shell: Shell) -> None:
    shell.casebook()
    pane = shell.start().unlock.passphrase
    shell.type(pane.field, "A")  # with Shift, as a person types it
    assert not pane.caps.isVisible()
    shell.type(pane.field, "A", shift=False)
    assert pane.caps.isVisible()
    assert pane.caps.text() == "Caps Lock is on"
    QTest.keyClick(pane.field, Qt.Key.Key_CapsLock)
    assert not pane.caps.isVisible()


def test_what_is_typed_can_be_shown_and_hidden(shell: Shell) -> None:
    shell.casebook()
    field = shell.start().unlock.passphrase.field
    (toggle,) = field.actions()
    assert field.echoMode() == QLineEdit.EchoMode.Password
    toggle.trigger()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    assert toggle.text() == "Hide what is typed"
    field.forget()
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_locking_saves_what_is_typed_hides_names_and_comes_back(shell: Shell) -> None:
    window = shell.unlocked(client("Okafor", "Adaeze", "2026-0042"), client("Li", "Wei", "2026-0043"))
    shell.click_row("OKAFOR, Adaeze")
    assert window.windowTitle() == "OKAFOR, Adaeze – 2026-0042 – CEC Desktop"
    line = shell.page.header.date.field.edit
    line.selectAll()
    shell.type(line, "2026-12-01")
    shell.press("Ctrl+L")
    assert not shell.is_open()
    assert window.windowTitle() == "2026-0042 – CEC Desktop"
    assert "Locked at" in window.unlock.passphrase._reason.text()
    assert not any("OKAFOR" in text for text in shell.texts())
    shell.unlock()
    assert shell.page.session.view.case.application_date is not None
    assert shell.page.session.view.case.application_date.isoformat() == "2026-12-01"
    assert window.windowTitle() == "OKAFOR, Adaeze – 2026-0042 – CEC Desktop"


def test_the_casebook_locks_itself_when_nobody_is_there(shell: Shell) -> None:
    window = shell.unlocked(sample_raw())
    seconds = [0.0]
    window.idle._clock = lambda: seconds[0]
    window.idle.start(10)
    assert window.status.lock.text() == "Locks in 10 min"
    seconds[0] = 500
    window.idle.look()
    assert window.status.lock.text() == "Locks in 2 min"
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    seconds[0] = 1000
    window.idle.look()
    assert shell.is_open()
    seconds[0] = 1101
    window.idle.look()
    assert not shell.is_open()
    assert window.unlock.passphrase._reason.text().startswith("Locked after 10 minutes without use")


def test_locking_closes_a_dialog_that_shows_a_client(shell: Shell) -> None:
    window = shell.unlocked(client("Okafor", "Adaeze", "2026-0042"))
    shell.click_row("OKAFOR, Adaeze")
    shell.in_dialog(lambda dialog: window.lock())
    shell.click(shell.page.header.summary)
    shell.process()
    assert not shell.is_open()
    assert QApplication.activeModalWidget() is None


def test_a_casebook_open_elsewhere_says_who_has_it(shell: Shell) -> None:
    path = shell.casebook()
    from cec_desktop.practice.office import Office
    from cec_desktop.storage.author import Author

    window = shell.start()
    with Office.unlock(path, PASSPHRASE, Author("M. Tremblay", "RECEPTION-2")):
        shell.unlock()
        assert "M. Tremblay" in window.unlock.passphrase.wrong.text()
        assert "RECEPTION-2" in window.unlock.passphrase.wrong.text()
    assert not shell.is_open()


def test_a_keychain_that_is_not_there_is_said_and_the_casebook_opens_all_the_same(shell: Shell) -> None:
    shell.casebook()
    window = shell.start()
    window.unlock.passphrase.remember.setChecked(True)
    shell.unlock()
    assert shell.is_open()
    assert shell.messages() == ["This system's keychain cannot be used."]


class Keychain(KeyringBackend):
    """A keychain that keeps secrets for as long as the test lasts."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def test_the_keychain_opens_the_casebook_until_it_is_told_to_forget(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    keychain = Keychain()
    monkeypatch.setattr(keyring, "get_keyring", lambda: keychain)
    shell.casebook()
    pane = shell.start().unlock.passphrase
    assert not pane.keychain.isVisible()
    pane.remember.setChecked(True)
    shell.unlock()
    assert list(keychain.kept.values()) == [PASSPHRASE]
    shell.press("Ctrl+L")
    shell.click(pane.keychain)
    assert shell.is_open()
    shell.press("Ctrl+L")
    shell.click(pane.forget)
    assert keychain.kept == {}
    assert not pane.keychain.isVisible()
    assert pane.remember.isVisible()


def test_a_keychain_that_lost_the_passphrase_asks_for_it(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    keychain = Keychain()
    monkeypatch.setattr(keyring, "get_keyring", lambda: keychain)
    shell.casebook()
    pane = shell.start().unlock.passphrase
    pane.remember.setChecked(True)
    shell.unlock()
    shell.press("Ctrl+L")
    keychain.kept.clear()
    shell.click(pane.keychain)
    assert pane.wrong.text() == "The keychain does not have this passphrase. Type it."
    assert not shell.is_open()


def test_another_casebook_can_be_put_on_the_list(shell: Shell) -> None:
    path = shell.casebook()
    moved = shell.folder / "Branch office.casebook"
    path.rename(moved)
    window = shell.start()
    shell.answers.open = [moved]
    shell.click(window.unlock.open_other)
    assert window.unlock.passphrase.title.text() == "Branch office"
    shell.unlock()
    assert shell.is_open()


def test_the_demonstration_opens_unlocked_and_leaves_nothing(shell: Shell) -> None:
    window = shell.start()
    shell.click(window.unlock.demo)
    folder = shell.space.office.path.parent.parent
    assert len(shell.names()) == 8
    assert folder.exists()
    shell.stop()
    assert not folder.exists()


def test_the_demonstration_locks_and_opens_with_its_published_passphrase(shell: Shell) -> None:
    window = shell.start()
    shell.click(window.unlock.demo)
    shell.press("Ctrl+L")
    shell.process()
    assert "Invented clients · passphrase: demo" in shell.texts()
    assert window.unlock.passphrase.title.text() == "Demonstration"
    assert not window.unlock.passphrase.remember.isVisible()
    window.set_language("fr")
    assert window.unlock.passphrase.title.text() == "Démonstration"
    shell.unlock("demo")
    assert len(shell.names()) == 8
    assert shell.where.recent_casebooks() == ()


def test_a_wait_that_is_felt_shows_a_line_in_the_place_of_the_buttons(shell: Shell) -> None:
    shell.casebook()
    pane = shell.start().unlock.passphrase
    pane.set_busy(True)
    assert pane.unlock.isVisible()
    shell.qtbot.waitUntil(lambda: "Unlocking…" in shell.texts())
    assert not pane.unlock.isVisible()
    pane.set_busy(False)
    assert pane.unlock.isVisible()
    assert pane.unlock.isEnabled()
