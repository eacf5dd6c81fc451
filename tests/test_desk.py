"""The desk in a real browser: an editor types, pastes, drops a file, reads the report and takes the Word file home."""

from __future__ import annotations

import argparse
import base64
import http.client
import io
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import docx
import pytest
from browsing import opened_at, violations
from conftest import Run
from wordfile import draft, run

from attrib.cli.arguments import Parser
from attrib.cli.commands import desk as command_line
from attrib.desk.app import app, server
from attrib.desk.work import Asked, work
from attrib.errors import AttribError

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
FERRY = (EXAMPLES / "ferry-strike.txt").read_text("utf-8")
BARE = "Crowds gathered in the square (AFP, May 4, 1999). The minister resigned on Monday."
AFAR = " in the hills above the town, and the river took the road with it"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def options(*argv: str) -> argparse.Namespace:
    parser = Parser("attrib desk", "")
    command_line.arguments(parser)
    return parser.parse(argv)


class Place(NamedTuple):
    """Where a desk is open."""

    address: str
    port: int


@pytest.fixture(scope="module")
def served() -> Iterator[Place]:
    """A desk without settings, open in a thread of this process."""
    yield from serving(app(options("--isolated")))


def serving(answers: Any) -> Iterator[Place]:
    here = socket.create_server(("127.0.0.1", 0))
    desk = server(answers)
    thread = threading.Thread(target=desk.run, kwargs={"sockets": [here]})
    thread.start()
    yield Place(f"http://127.0.0.1:{here.getsockname()[1]}/", here.getsockname()[1])
    desk.should_exit = True
    thread.join()


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def error(self) -> str:
        return str(json.loads(self.body)["error"])


def ask(place: Place, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
    """One request as a program writes it; by default with the headers that the page's own would have."""
    own = {"Host": f"127.0.0.1:{place.port}", "Origin": place.address.rstrip("/"), **headers}
    connection = http.client.HTTPConnection("127.0.0.1", place.port, timeout=60)
    connection.request(method, path, body, {name: value for name, value in own.items() if value})
    answer = connection.getresponse()
    made = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    connection.close()
    return made


def word(data: bytes) -> tuple[list[str], list[tuple[str, str]]]:
    """The paragraphs of a Word file, and its comments with their authors."""
    document = docx.Document(io.BytesIO(data))
    return [p.text for p in document.paragraphs], [(c.author, c.text.splitlines()[-1]) for c in document.comments]


# --- an editor types --------------------------------------------------------------------------------------------------

browser = pytest.mark.browser


@pytest.fixture
def there(chromium: Any, served: Place) -> Any:
    return opened_at(chromium, served.address)


def report(page: Any) -> Any:
    """The report beside the draft, once it is the one on which nothing more is being done."""
    page.wait_for_function(
        "() => document.querySelector('#frames iframe:not(.coming)') && !document.querySelector('#frames[aria-busy]')"
    )
    return page.frame_locator("#frames iframe:not(.coming)")


@browser
def test_who_waits_is_told_what_for(there: Any) -> None:
    page = there.page
    held: list[Any] = []
    page.route("**/report?*", lambda route: held.append(route))
    page.locator("#draft").fill("Crowds gathered in the square.")
    page.get_by_text("Reading the draft…").wait_for()
    held[0].continue_()
    report(page).get_by_text("Its one statement has no source").wait_for()
    assert page.get_by_role("status").inner_text().startswith("1 claim: 0 % supported")


@browser
def test_the_report_stands_beside_the_draft_while_it_is_typed(there: Any) -> None:
    page = there.page
    assert "as soon as there is a draft" in page.locator("#frames").inner_text()
    assert page.locator("#reviewed").is_disabled()
    page.locator("#draft").focus()
    page.keyboard.type("Crowds gathered in the square.")
    report(page).get_by_text("Its one statement has no source").wait_for()
    page.keyboard.press("Backspace")
    page.keyboard.type(" (AFP, May 4, 1999). The minister resigned.")
    report(page).get_by_text("Of 2 statements, 1 rests on a source.").wait_for()
    assert page.evaluate("document.activeElement.id") == "draft"
    assert "2 claims: 50 % supported" in page.get_by_role("status").inner_text()
    assert page.locator("#frames iframe").count() == 1
    page.locator("#draft").fill("")
    page.locator("#empty").wait_for()
    assert page.locator("#frames iframe").count() == 0
    assert page.locator("#reviewed").is_disabled()
    assert there.heard == []


@browser
def test_who_reads_the_report_stays_where_he_is(there: Any) -> None:
    page = there.page
    page.locator("#draft").fill(FERRY + "\n\nThe port was quiet on Tuesday (Interfax, March 14)." * 20)
    report(page).get_by_text("Port director").first.click()
    place = "() => [scrollY, document.querySelector('.text [aria-current]').id]"
    before = page.frames[-1].evaluate(place)
    assert before[1] == "claim-2"
    assert before[0] > 0
    page.locator("#draft").press("Control+End")
    page.keyboard.type(" Nobody came.")
    report(page).locator(".text", has_text="Nobody came").wait_for()
    assert page.frames[-1].evaluate(place) == before
    assert page.evaluate("document.activeElement.id") == "draft"


@browser
def test_the_format_and_the_day_can_be_told(there: Any) -> None:
    page = there.page
    page.locator("#draft").fill("# Talks fail\n\nThe minister resigned on Monday (AFP, May 4).")
    assert "No issue date is known" in report(page).locator("header").inner_text()
    page.get_by_label("Written as").select_option("Markdown")
    page.get_by_label("Issue date").fill("1999-05-05")
    report(page).get_by_text("May 5, 1999, as told").first.wait_for()
    assert report(page).get_by_role("heading", name="Talks fail").count()
    assert there.heard == []


@browser
def test_it_works_by_the_keyboard(there: Any) -> None:
    page = there.page
    page.locator("#draft").fill(FERRY)
    report(page)
    page.locator("#open").focus()
    stops = ["open"]
    while stops[-1] != "IFRAME" and len(stops) < 12:  # a date has a stop for its day, month and year
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
    met = [stop for stop in dict.fromkeys(stops) if stop != "BODY"]  # on its way into the report it is nowhere
    assert met == ["open", "format", "date", "draft", "reviewed", "save", "IFRAME"]
    assert page.locator("#save").evaluate("(e) => (e.focus(), getComputedStyle(e).outlineStyle)") == "solid"


LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 360, "height": 640}},
}


@browser
@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(chromium: Any, served: Place, look: str) -> None:
    there = opened_at(chromium, served.address, **LOOKS[look])
    page = there.page
    assert violations(page) == []
    drop(page, "talks.docx", draft(run(BARE)))
    report(page).get_by_text("The minister resigned").first.click()
    assert violations(page) == []
    assert violations(page.frames[-1]) == []
    drop(page, "broken.docx", b"PK\x03\x04")
    page.get_by_text("is a damaged Word").wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# --- an editor drops a file -------------------------------------------------------------------------------------------


def drop(page: Any, name: str, data: bytes) -> None:
    """Let a file fall on the page."""
    page.evaluate(
        """([name, data]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], name));
          for (const kind of ["dragenter", "dragover", "drop"]) {
            document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
          }
        }""",
        [name, base64.b64encode(data).decode()],
    )


@browser
def test_a_text_that_is_dropped_can_be_written_on(there: Any) -> None:
    page = there.page
    drop(page, "талks.md", "# Переговоры\n\nThe minister resigned.".encode("koi8-r"))
    report(page).get_by_text("Its one statement has no source").wait_for()
    assert page.locator("#draft").input_value() == "# Переговоры\n\nThe minister resigned."
    assert page.get_by_label("Written as").input_value() == ".md"
    assert "dropping" not in (page.locator("body").get_attribute("class") or "")
    page.locator("#draft").press("Control+End")
    page.keyboard.type(" Crowds gathered in the square (AFP, May 4, 1999).")
    report(page).get_by_text("Of 2 statements").wait_for()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save this report").click()
    assert saved.value.suggested_filename == "талks-report.html"
    assert "Of 2 statements" in Path(saved.value.path()).read_text("utf-8")
    assert there.heard == []


@browser
def test_a_word_file_comes_back_with_comments(there: Any) -> None:
    page = there.page
    data = draft(run("Crowds ", "<w:b/>") + run("gathered (AFP, May 4, 1999). The minister resigned on Monday."))
    page.locator("#chosen").set_input_files({"name": "talks.docx", "mimeType": WORD, "buffer": data})
    report(page).get_by_text("Of 2 statements").wait_for()
    assert "talks.docx is checked as it is" in page.locator("#file").inner_text()
    assert not page.locator("#draft").is_editable()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download for Word").click()
    assert saved.value.suggested_filename == "talks-reviewed.docx"
    made = Path(saved.value.path()).read_bytes()
    paragraphs, comments = word(made)
    assert paragraphs == ["Crowds gathered (AFP, May 4, 1999). The minister resigned on Monday."]
    assert docx.Document(io.BytesIO(made)).paragraphs[0].runs[0].bold
    assert ("attrib", "error S101, uncited-statement") in comments
    page.get_by_role("button", name="Edit it here as text").click()
    assert page.evaluate("document.activeElement.id") == "draft"
    assert page.locator("#draft").is_editable()
    page.locator("#draft").press("Control+End")
    page.keyboard.type(" Rain fell.")
    report(page).get_by_text("Of 3 statements").wait_for()
    assert there.heard == []


@browser
def test_what_was_pasted_comes_back_as_a_word_file(there: Any) -> None:
    page = there.page
    page.locator("#draft").fill(FERRY)
    report(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download for Word").click()
    paragraphs, comments = word(Path(saved.value.path()).read_bytes())
    assert " ".join(paragraphs).split() == FERRY.split()
    assert len(comments) == 3
    assert ("attrib", "warning C110, misspelt-source") in comments


@browser
def test_what_cannot_be_read_is_said_in_words_and_the_draft_stays(there: Any) -> None:
    page = there.page
    page.locator("#draft").fill(FERRY)
    report(page)
    for name, data, said in (
        ("secret.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "secret.docx: is encrypted"),
        ("photo.txt", bytes(range(256)) * 9, "photo.txt: holds binary data"),
        ("scan.txt", b"%PDF-1.4", "scan.txt: is a PDF file"),
        ("broken.pdf", b"%PDF-1.4 nothing", "broken.pdf: is a damaged PDF"),
    ):
        drop(page, name, data)
        page.get_by_role("alert").filter(has_text=said).wait_for()
        assert page.locator("#draft").input_value() == FERRY
        assert page.locator("#frames iframe").count() == 1
    page.locator("#draft").press("End")
    page.keyboard.type(" ")
    page.wait_for_function("() => !document.querySelector('#wrong').textContent")
    assert page.locator("#frames iframe.stale").count() == 0


@browser
def test_a_desk_that_was_ended_is_told(chromium: Any) -> None:
    desk = serving(app(options("--isolated")))
    page = opened_at(chromium, next(desk).address).page
    list(desk)
    page.locator("#draft").fill("The minister resigned.")
    page.get_by_role("alert").filter(has_text="Start it again with “attrib desk”").wait_for()


@browser
def test_a_hostile_draft_is_inert_and_the_page_asks_for_nothing_else(there: Any, served: Place) -> None:
    page = there.page
    page.locator("#draft").fill(
        "</script><script>alert(1)</script><img src=http://example.invalid/a.png onerror=alert(2)> The mayor resigned "
        '(AFP" onmouseover="alert(3), May 4). He told <iframe src="javascript:alert(4)"></iframe> nobody.'
    )
    report(page).get_by_text("alert(1)").first.click()
    drop(page, "<img src=x onerror=alert(5)>.pdf", b"no")
    page.get_by_role("alert").filter(has_text="onerror").wait_for()
    assert [said for said in there.heard if "status of 422" not in said] == []  # the file that is no PDF
    assert {url for url in there.asked if not url.startswith(served.address)} <= {"about:srcdoc"}
    assert page.locator("img").count() == 0
    # Even a script of the report itself could reach neither the page around it nor what that may ask.
    assert page.frames[-1].evaluate("() => { try { return parent.document.title } catch (error) { return error.name } }") == "SecurityError"  # fmt: skip


# --- who may ask ------------------------------------------------------------------------------------------------------


def test_the_page_is_kept_by_nobody_and_strict(served: Place) -> None:
    page = ask(served, "GET", "/")
    policy = dict(part.strip().partition(" ")[::2] for part in page.headers["content-security-policy"].split(";"))
    assert policy["default-src"] == policy["form-action"] == policy["frame-ancestors"] == "'none'"
    assert policy["connect-src"] == "'self'"
    assert "unsafe" not in page.headers["content-security-policy"]
    for path in ("/", "/desk.js", "/desk.css", "/report.css", "/icon.svg", "/nothing"):
        answer = ask(served, "GET", path, Origin="")
        assert answer.status == (404 if path == "/nothing" else 200)
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "server" not in answer.headers


def test_nothing_of_a_draft_is_left_on_the_disk(tmp_path: Path) -> None:
    """A desk in a process of its own, whose every folder is ours: no file has a word of the draft."""
    home = {name: str(tmp_path) for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    process = subprocess.Popen(
        [sys.executable, "-m", "attrib", "desk"],
        cwd=tmp_path, env={**os.environ, **home}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    place = Place(address, int(address.rpartition(":")[2].strip("/")))
    text = "The Zyzzogeton of Gori resigned on Monday (Interfax, May 4)."
    for path, name, data in (
        ("/report", "secret-name.txt", text.encode()),
        ("/reviewed", "secret-name.docx", draft(text)),
        ("/text", "secret-name.rtf", b"{\\rtf1 " + text.encode() + b"}"),
        ("/report", "secret-name.docx", b"Zyzzogeton, and no Word file"),
    ):
        ask(place, "POST", f"{path}?name={name}", data)
    process.terminate()
    process.wait(30)
    process.stdout.close()
    left = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert [file for file in left if b"Zyzzogeton" in file.read_bytes() or "secret" in file.name] == []


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:80", "localhost.evil:8000", "", "0.0.0.0"])
def test_another_name_is_refused(served: Place, host: str) -> None:
    answer = ask(served, "GET", "/", Host=host) if host else ask(served, "GET", "/", Host=":")
    assert (answer.status, answer.headers["cache-control"]) == (403, "no-store")
    assert "answers to 127.0.0.1, localhost" in answer.error


def test_the_other_name_of_this_computer_will_do(served: Place) -> None:
    host = f"localhost:{served.port}"
    answer = ask(served, "POST", "/report?name=a.txt", BARE.encode(), Host=host, Origin=f"http://{host}")
    assert answer.status == 200


@pytest.mark.parametrize("origin", ["", "null", "http://evil.example", "http://127.0.0.1:1", "https://127.0.0.1"])
def test_a_draft_from_another_page_is_refused(served: Place, origin: str) -> None:
    answer = ask(served, "POST", "/report?name=a.txt", BARE.encode(), Origin=origin)
    assert answer.status == 403
    assert "from its own page alone" in answer.error


@pytest.mark.parametrize(
    ("path", "body", "said"),
    [
        ("/report?name=a.txt&date=soon", b"Rain fell.", "“soon” is no issue date; expected YEAR-MONTH-DAY"),
        ("/report?name=../../a.docx", b"Rain fell.", "a.docx: is no Word (.docx) file"),
        ("/report?name=a.txt", b"Rain fell. " * 100_000, "a page shows 1,000,000 at most"),
        ("/text?name=a.txt", b"\0\1\2", "a.txt: holds binary data"),
    ],
)
def test_a_mistake_is_told_in_words(served: Place, path: str, body: bytes, said: str) -> None:
    answer = ask(served, "POST", path, body)
    assert answer.status == 422
    assert said in answer.error


def test_a_draft_has_a_size_and_a_time(tmp_path: Path) -> None:
    small = serving(app(options("--isolated"), most=1000, seconds=0.01))
    place = next(small)
    too_large = ask(place, "POST", "/report?name=a.txt", b"Rain fell. " * 100)
    assert too_large.status == 413
    assert "leave out its pictures" in too_large.error
    too_long = ask(place, "POST", "/report?name=a.txt", b"Rain fell.")
    assert too_long.status == 503
    assert "takes more than 0.01 seconds" in too_long.error
    list(small)


def test_a_slow_draft_holds_nobody_up(served: Place) -> None:
    slow = threading.Thread(target=ask, args=(served, "POST", "/report?name=a.txt", (FERRY * 1500).encode()[:900_000]))
    slow.start()
    time.sleep(0.2)
    begun = time.monotonic()
    assert ask(served, "GET", "/").status == 200
    assert time.monotonic() - begun < 1
    assert ask(served, "POST", "/report?name=a.txt", FERRY.encode()).status == 200
    assert slow.is_alive()
    slow.join()


# --- what is made of a draft ------------------------------------------------------------------------------------------


def test_settings_of_the_folder_hold_and_are_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    asked = Asked(BARE.encode(), "a.txt")

    def codes() -> str:
        return str(json.loads(work("report", asked, options()))["said"])

    assert "1 error" in codes()
    (tmp_path / "attrib.toml").write_text('ignore = ["S101"]\n')
    assert "no findings" in codes()
    (tmp_path / "attrib.toml").write_text('ignore = ["S999"]\n')
    with pytest.raises(AttribError, match=r"ignore: .*S999"):
        codes()
    (tmp_path / "attrib.toml").unlink()
    assert "1 error" in codes()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == []  # nothing of a draft is kept


@pytest.mark.parametrize(
    ("name", "data", "text", "whole"),
    [
        ("a.md", "# Talks\n\nRain fell.".encode("utf-16"), "# Talks\n\nRain fell.", True),
        ("a.html", b"<p>Rain &amp; snow fell.</p>", "<p>Rain &amp; snow fell.</p>", True),
        ("a.docx", draft(run("Rain fell.")), "Rain fell.", False),
        ("notes", b"Rain fell.", "Rain fell.", True),
    ],
)
def test_the_text_of_a_file(name: str, data: bytes, text: str, whole: bool) -> None:
    assert json.loads(work("text", Asked(data, name), options("--isolated"))) == {"text": text, "whole": whole}


@pytest.mark.parametrize(
    ("name", "written", "paragraphs", "at"),
    [
        ("a.txt", "TALKS FAIL\n\nThe dam\nbroke on Monday.", ["TALKS FAIL", "The dam broke on Monday."], 1),
        ("a.md", "# Talks\n\nThe dam broke.[^1]\n\n[^1]: AFP, May 4.", ["Talks", "The dam broke.[^1]", "[1] AFP, May 4."], 0),
        ("a.html", "<h1>Talks</h1><p>The dam\x0b broke.</p>", ["Talks", "The dam\ufffd broke."], 1),
        ("a.txt", f"The \x1bdam broke{AFAR}.", [f"The \ufffddam broke{AFAR}."], 1),
        ("a.txt", "", [" "], 1),
    ],
)  # fmt: skip
def test_a_draft_that_is_no_word_file_is_set_as_one(name: str, written: str, paragraphs: list[str], at: int) -> None:
    set_there, comments = word(work("reviewed", Asked(written.encode(), name), options("--isolated")))
    assert set_there == paragraphs
    assert len(comments) >= at


def test_a_mistake_of_ours_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("attrib.desk.work.read_data", fails)
    with pytest.raises(AttribError, match=r"made a mistake \(ZeroDivisionError: by zero\); please report it"):
        work("text", Asked(b"", "a.txt"), options("--isolated"))


# --- the command ------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send")
def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "attrib", "desk", "--isolated"]
    desk = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
    assert desk.stdout
    address = desk.stdout.readline().strip()
    place = Place(address, int(address.rstrip("/").rpartition(":")[2]))
    assert address.startswith("http://127.0.0.1:")
    assert ask(place, "POST", "/report?name=a.txt", BARE.encode()).status == 200
    desk.send_signal(signal.SIGINT)
    out, err = desk.communicate(timeout=20)
    assert (desk.returncode, out) == (0, "")
    assert err == "attrib: the desk is open at this address; Ctrl-C ends it\n"


def test_a_port_that_is_taken_is_told(command: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = command("desk", "--port", str(port))
    assert ended.status == 2
    assert f"port {port} cannot be had" in ended.err


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--port", "99999"], "“99999” is no port; expected 1 to 65535"),
        (["--select", "S999"], "S999"),
        (["--host", "0.0.0.0"], "option --host is unknown"),
    ],
)
def test_a_mistake_on_the_command_line(command: Run, argv: list[str], said: str) -> None:
    ended = command("desk", *argv)
    assert ended.status == 2
    assert said in ended.err


def test_without_its_extra_it_says_what_to_install(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "attrib.desk.app")
    ended = command("desk")
    assert (ended.status, ended.out) == (2, "")
    assert "the desk needs the package uvicorn, which is not installed; run " in ended.err
    assert ended.err.endswith(" -m pip install 'attrib[desk]'\n")


def test_it_opens_the_browser_where_it_is_asked_to(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("webbrowser.open", asked.append)
    monkeypatch.setattr("uvicorn.Server.run", lambda self, sockets: sockets[0].close())
    assert command("desk").status == 0
    assert asked == []
    ended = command("desk", "--open")
    assert asked == [ended.out.strip()]
