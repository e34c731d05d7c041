"""Pay periods pasted or read from a file: taken apart and checked while one looks, taken over in one step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cec_desktop.casefile.model import Job
from cec_desktop.i18n.words import Words
from cec_desktop.practice.pay_files import read_pay_file
from cec_desktop.practice.pay_periods import (
    PayPeriod,
    PayPeriods,
    Single,
    read_pay_periods,
    taken_over,
    written_out,
)
from cec_desktop.practice.typed_dates import writes_day_first
from cec_desktop.ui.style import dp, set_ground, set_kind, set_role
from cec_desktop.ui.tables.hours_chart import HoursChart, hours_a_week
from cec_desktop.ui.tables.record_table import RecordTable
from cec_desktop.ui.tables.rows import (
    Cell,
    Column,
    Listing,
    Row,
    Sort,
    Swatch,
    aligned_tenths,
    end_cell,
    start_cell,
)
from cec_desktop.ui.theme import Theme

ChooseFile = Callable[[QWidget, str], Path | None]
_SINGLES: tuple[Single, ...] = ("last", "first", "day")


def choose_file(parent: QWidget, title: str) -> Path | None:
    """Ask for a file of text."""
    name, _kind = QFileDialog.getOpenFileName(
        parent, title, str(Path.home()), "CSV, TSV, TXT (*.csv *.tsv *.txt)"
    )
    return Path(name) if name else None


class PayDialog(QDialog):
    """The lines at the left, what was understood at the right; the file waits until one takes over."""

    taken = Signal(object)
    """The job's rows of hours as they should be now."""

    def __init__(
        self,
        job: Job,
        today: date,
        full_time: Fraction,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        choose: ChooseFile = choose_file,
    ) -> None:
        super().__init__(parent)
        self._job, self._today, self._full_time = job, today, full_time
        self._words, self._choose = words, choose
        self._single: Single | None = None
        self.found = PayPeriods(())
        self.is_editing = False
        """Whether the lines are the job's own rows, which are in the file anyway."""
        set_ground(self, "surface")
        self._make(theme)
        self._lay_out()
        self.set_words(words)
        self._read()
        self.lines.setFocus()

    def _make(self, theme: Theme) -> None:
        self._head, self._hint, self.said = QLabel(self), QLabel(self), QLabel(self)
        set_role(self._head, "name")
        set_role(self._hint, "second", "muted")
        set_role(self.said, "second")
        for label in (self._hint, self.said):
            label.setWordWrap(True)
        self.lines = QPlainTextEdit(self)
        self.lines.setTabChangesFocus(True)
        self.lines.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.lines.textChanged.connect(self._read)
        self.single = QComboBox(self)
        self._single_label = QLabel(self)
        self._single_label.setBuddy(self.single)
        self.single.activated.connect(self._single_chosen)
        self.replacing = QCheckBox(self)
        self.replacing.toggled.connect(self._read)
        self.table = RecordTable(theme, self)
        self.chart = HoursChart(theme, self)
        self.file_button, self.take_button, self.close_button = (QPushButton(self) for _at in range(3))
        set_kind(self.take_button, "primary")
        self.file_button.clicked.connect(self.read_file)
        self.take_button.clicked.connect(self.take_over)
        self.close_button.clicked.connect(self.reject)
        for button in (self.file_button, self.close_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.lines, 1)
        options = QHBoxLayout()
        options.addWidget(self._single_label)
        options.addWidget(self.single, 1)
        left.addLayout(options)
        left.addWidget(self.replacing)
        right = QVBoxLayout()
        right.addWidget(self.table, 1)
        right.addWidget(self.chart)
        columns = QHBoxLayout()
        columns.setSpacing(dp(12))
        columns.addLayout(left, 1)
        columns.addLayout(right, 2)
        foot = QHBoxLayout()
        foot.addWidget(self.file_button)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.take_button)
        foot.addWidget(self.close_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(dp(20), dp(16), dp(20), dp(14))
        outer.setSpacing(dp(8))
        outer.addWidget(self._head)
        outer.addWidget(self._hint)
        outer.addLayout(columns, 1)
        outer.addLayout(foot)
        self.resize(dp(980), dp(540))

    def put_lines(self, text: str) -> None:
        """Go on with lines that were left here before."""
        self.lines.setPlainText(text)

    def edit_rows(self) -> None:
        """Begin with the rows the job has, to be changed as text."""
        mark = "," if self._words.language == "fr" else "."
        self.is_editing = True
        self.replacing.setChecked(True)
        self.lines.setPlainText(written_out(self._job.hours, mark))

    def read_file(self) -> None:
        """Read lines from a file and show them with those that stand there already."""
        _ = self._words
        path = self._choose(self, _("Read pay periods from a file"))
        if path is None:
            return
        try:
            text = read_pay_file(path)
        except (OSError, UnicodeError):
            self.said.setText(_("{file} cannot be read as text.", file=path.name))
            return
        before = self.lines.toPlainText().rstrip()
        self.lines.setPlainText("\n".join(filter(None, (before, text.rstrip()))))

    def take_over(self) -> None:
        """Hand the good lines on; the others stay here, so that none is lost."""
        good = self.found.good
        if not good:
            return
        rows = taken_over(self._job, self.found, replacing=self.replacing.isChecked())
        left = self.found.left_over
        self._job = self._job.model_copy(update={"hours": rows})
        self.taken.emit(rows)
        if not left:
            self.accept()
            return
        _ = self._words
        self.replacing.setChecked(False)
        self.lines.setPlainText(left)
        taken = _.plural("{n} line was taken over.", "{n} lines were taken over.", len(good))
        self.said.setText(f"{taken} {self.said.text()}")

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        _ = self._words = words
        name = self._job.employer or self._job.title or _("Job without a name")
        title = _("Pay periods of {job}", job=name)
        self.setWindowTitle(title)
        self._head.setText(title)
        self._hint.setText(
            _("Paste lines from a spreadsheet: first day, last day, hours. Or one day and the hours.")
        )
        self.lines.setAccessibleName(_("Lines of pay periods"))
        self.lines.setPlaceholderText("2024-01-01\t2024-01-14\t75\n2024-01-15\t2024-01-28\t70,5")
        self.table.setAccessibleName(_("What was understood"))
        self._single_label.setText(_("One date alone is"))
        self.single.clear()
        for name_ in (
            _("the last day of the pay period"),
            _("the first day of the pay period"),
            _("the day itself"),
        ):
            self.single.addItem(name_)
        self.replacing.setText(_("Replace the hours entered so far"))
        self.replacing.setVisible(bool(self._job.hours))
        self.file_button.setText(_("Read a file…"))
        self.close_button.setText(_("Close"))

    def _single_chosen(self, at: int) -> None:
        self._single = _SINGLES[at]
        self._read()

    def _read(self) -> None:
        pattern = QLocale.system().dateFormat(QLocale.FormatType.ShortFormat)
        self.found = read_pay_periods(
            self.lines.toPlainText(),
            self._job,
            self._today,
            single=self._single,
            day_first=writes_day_first(self._words.language, pattern),
            replacing=self.replacing.isChecked(),
        )
        single = self.found.single
        self.single.setVisible(single is not None)
        self._single_label.setVisible(single is not None)
        if single is not None:
            self.single.setCurrentIndex(_SINGLES.index(single))
        self.table.records.show_listing(pay_listing(self.found, self._today, self._words))
        rows = [period.row() for period in self.found.good]
        self.chart.show_rows(rows, self._today, self._full_time, self._words)
        self._say()

    def _say(self) -> None:
        _, good, all_ = self._words, len(self.found.good), len(self.found.periods)
        wrong = all_ - good
        self.take_button.setEnabled(good > 0)
        self.take_button.setText(
            _("Take over") if not wrong else _("Take over {good} of {all}", good=good, all=all_)
        )
        self.said.setText(
            _.plural(
                "{n} line cannot be taken over; it stays here.",
                "{n} lines cannot be taken over; they stay here.",
                wrong,
            )
            if wrong
            else ""
        )


def pay_listing(found: PayPeriods, open_end: date, _: Words) -> Listing:
    """What was understood, line by line, and the sum of what can be taken over."""
    columns = (
        Column("line", _("Line"), number=True),
        Column("start", _("From")),
        Column("end", _("To")),
        Column("days", _("Days"), number=True),
        Column("hours", _("Hours"), number=True),
        Column("week", _("h/week"), number=True, spare=True),
        Column("remark", _("Remark"), wide=True),
    )
    rows = [_pay_row(period, open_end, _) for period in found.periods]
    if not rows:
        return Listing(columns, ())
    total = sum((period.hours for period in found.good if period.hours is not None), start=0)
    good = _.plural("{n} line", "{n} lines", len(found.good))
    empty = Cell("")
    sums = (
        empty,
        empty,
        empty,
        empty,
        Cell(aligned_tenths(Fraction(total), _)),
        empty,
        Cell(good, quiet=True),
    )
    return Listing(columns, (*rows, Row("", sums, sort=Sort.SUM)))


def _pay_row(period: PayPeriod, open_end: date, _: Words) -> Row:
    problem = _.message(period.problem) if period.problem is not None else ""
    remark = problem or (_("a week") if period.per == "week" else "")
    week = hours_a_week(period.row(), open_end) if period.problem is None else None
    no_end = period.end is None and period.per != "week"
    return Row(
        str(period.line),
        (
            Cell(_.number(period.line), order=f"{period.line:06d}"),
            start_cell(period.start, _) if period.start is not None else Cell(""),
            Cell("") if no_end else end_cell(period.end, _),
            Cell("" if period.days is None else _.number(period.days)),
            Cell("" if period.hours is None else _.number(period.hours)),
            Cell("" if week is None else aligned_tenths(week, _)),
            Cell(remark, tip=f"{problem}\n{period.text}" if problem else "", quiet=not problem),
        ),
        Swatch.WRONG if problem else Swatch.COUNTS,
        _("cannot be taken over") if problem else "",
    )
