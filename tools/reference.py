"""Writes the reference pages and the README picture by running the program, or checks them (`--check`).

Numbers and texts come from the rules, the findings, the knowledge base and the commands themselves; nothing is typed
here twice.
"""

from __future__ import annotations

import difflib
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from typer.testing import CliRunner

from stridewell.analysis.findings import FINDINGS, FindingRule
from stridewell.cli.commands.demo import DEMO_DAY
from stridewell.cli.main import app
from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.knowledge.ladders import NAMED, down_words, gate_words, ladder_ids, rungs_of, steps_of
from stridewell.knowledge.records import Parameter, Source
from stridewell.planner.rules import RULES, Rule
from stridewell.reading.runner_keys import Key, Table, Words, runner_table
from stridewell.training.exercise import Exercise
from stridewell.usecases.demo import demo
from stridewell.usecases.home_tests import list_tests
from stridewell.usecases.values import in_words
from stridewell.writing.home_test_words import evidence_lines, in_short, meaning_of, protocol_of
from stridewell.writing.pictures.plan_calendar import plan_calendar
from stridewell.writing.wording import TISSUE_NAMES, capital, words_of_id

FOLDER = Path(__file__).parent.parent / "docs"
COMMANDS = ("demo", "discover", "plan", "check", "why", "exercises", "tests", "schema", "cache")
MADE = "This page is made by `make docs`; do not edit it.\n"
FOREIGN_PLAN = """\
`stridewell check` judges any plan in its format, also one it has not made. This one is built as popular plans for a
half marathon are: [`examples/popular_half_plan.json`](../examples/popular_half_plan.json), written from the table in
`tools/popular_plan.py`. It is nobody's plan word for word.

- *Transcribed* from published plans, as far as we have their facts: 12 weeks, 5 run days, a longest run of 19.3 km and
  a highest week of 54.7 km (Hal Higdon, Half Intermediate 1); strength on Monday and Thursday after an easy run of 3 to
  4 miles, one hard run on Wednesday, the long run on Sunday (his 10K Intermediate, which names the days;
  [plans-strength-placement](reference/sources.md#plans-strength-placement)); steps between weeks and between long runs
  of the size that half-marathon plans have
  ([plans-progression-steps](reference/sources.md#plans-progression-steps)); last weeks at about 96, 88 and 39 % of the
  highest ([plans-taper-volumes](reference/sources.md#plans-taper-volumes)).
- *Filled in* by us: the distance of each single run, paces, what the hard runs hold, and a plain list of strength
  exercises, because the tables say only "strength". The list keeps our rules on content, so that nothing below is
  about it; that it has no jumps is accepted.
"""
FOREIGN_PLAN_MEANS = """\
What it means. Where popular plans put strength, every rule agrees: after short easy runs, three days apart, never on
the day of the hard or the long run. Three long runs go beyond 1.1 times the longest of the 30 days before, by half a
kilometer or less; about a quarter of the weeks of published half-marathon plans do, and the limit rests on an
association in one large study, so read them as places to take care, not as mistakes. One hard run a week is a choice;
our rule wants a tempo and an intervals run, which is what faster runners do and partly our judgement. Whoever prefers
one hard run writes `accept = ["variety_each_week"]`, and these lines are listed without failing the plan.
"""


def rules_page(knowledge: Knowledge) -> Iterator[str]:
    """Every rule: its form and the numbers it reads."""
    yield "# Rules of a plan\n"
    yield MADE
    yield (
        "A plan that breaks a **must** is never issued. A **should** is broken only when it has to be, and then said. "
        "A **nice** is a comfort. `stridewell why ID` shows the same.\n"
    )
    yield "| rule | level | in a sentence |\n| --- | --- | --- |"
    for rule in RULES.values():
        yield f"| [`{rule.id}`](#{rule.id}) | {' / '.join(rule.levels)} | {capital(rule.form.title)} |"
    for rule in RULES.values():
        yield from _rule(rule, knowledge)


def _rule(rule: Rule, knowledge: Knowledge) -> Iterator[str]:
    yield f"\n## {rule.id}\n\n**{capital(rule.form.title)}.** Level: {' / '.join(rule.levels)}.\n"
    for heading, text in rule.form.sections.items():
        yield f"- *{heading}:* {text}"
    for name in rule.parameters:
        parameter = knowledge.parameters[name]
        yield f"- *Number:* {parameter.title}: {in_words(parameter)} ([`{name}`](parameters.md#{_anchor(name)}))"


def findings_page(knowledge: Knowledge) -> Iterator[str]:
    """Every finding: its form and the numbers it reads."""
    yield "# What is your training missing?\n"
    yield MADE
    yield (
        "These questions are asked of a history. Each answer has a verdict (*missing*, *too much*, *risk*, *fine*, or "
        "*unknown* with the reason), a picture, and how sure it is. `stridewell why ID` shows the same as this page.\n"
    )
    yield "| finding | asks |\n| --- | --- |"
    for finding in FINDINGS.values():
        yield f"| [`{finding.id}`](#{finding.id}) | {finding.sections['Asks']} |"
    for finding in FINDINGS.values():
        yield from _finding(finding, knowledge)


def _finding(finding: FindingRule, knowledge: Knowledge) -> Iterator[str]:
    yield f"\n## {finding.id}\n\n**{capital(finding.title)}.**\n"
    for heading, text in finding.sections.items():
        yield f"- *{heading}:* {text}"
    for name in finding.parameters:
        parameter = knowledge.parameters[name]
        yield f"- *Number:* {parameter.title}: {in_words(parameter)} ([`{name}`](parameters.md#{_anchor(name)}))"


def parameters_page(knowledge: Knowledge) -> Iterator[str]:
    """Every number of training: value, meaning, to whom it applies, who says so, how sure."""
    yield "# Numbers of training\n"
    yield MADE
    yield (
        "Every number the program uses, with its source or our signed judgement. *Grade* says how sure: high, "
        "moderate, low, very low; *convention* is what people do, *judgement* is what we hold without a measurement.\n"
    )
    ordered = sorted(knowledge.parameters.values(), key=lambda parameter: parameter.id)
    for area, parameters in groupby(ordered, key=lambda parameter: parameter.id.partition(".")[0]):
        yield f"\n## {capital(words_of_id(area))}\n"
        for parameter in parameters:
            yield from _parameter(parameter)


def _parameter(parameter: Parameter) -> Iterator[str]:
    yield f"\n### {parameter.id}\n\n**{parameter.title}:** {in_words(parameter)}. {parameter.meaning}\n"
    yield f"- *Applies to:* {parameter.applies_to}"
    yield f"- *Grade:* {words_of_id(parameter.grade)}"
    for citation in parameter.sources:
        yield f"- *Source:* [{citation.key}](sources.md#{_anchor(citation.key)}), {citation.place}: {citation.says}"
    if parameter.judgement is not None:
        yield f"- *Judgement:* {parameter.judgement.who}: {parameter.judgement.why}"
    if parameter.caveat is not None:
        yield f"- *But:* {parameter.caveat}"


def sources_page(knowledge: Knowledge) -> Iterator[str]:
    """Every source that stands behind a record."""
    yield "# Sources\n"
    yield MADE
    yield "*Read* says how much of it we have read ourselves; *secondary* is what somebody else says it says.\n"
    for source in sorted(knowledge.sources.values(), key=lambda source: source.key):
        yield from _source(source)


def _source(source: Source) -> Iterator[str]:
    year = "" if source.year is None else f" ({source.year})"
    doi = "" if source.doi is None else f", doi:{source.doi}"
    yield f"\n### {source.key}\n\n{source.authors}{year}. *{source.title}* {source.where}{doi}.\n"
    yield f"- *Kind:* {words_of_id(source.kind)}; *read:* {words_of_id(source.read)}"
    if source.caveat is not None:
        yield f"- *But:* {source.caveat}"


def exercises_page(knowledge: Knowledge) -> Iterator[str]:
    """The exercise library, by slot."""
    exercises = sorted(knowledge.exercises.values(), key=lambda one: (one.slots[0], one.level, one.id))
    yield "# Exercises\n"
    yield MADE
    yield f"{len(exercises)} exercises. Level 1 is for anyone, 4 for trained lifters.\n"
    for slot, inside in groupby(exercises, key=lambda one: one.slots[0]):
        yield f"\n## {capital(words_of_id(slot))}\n"
        for exercise in inside:
            yield from _exercise(exercise)


def _exercise(exercise: Exercise) -> Iterator[str]:
    needs = ", ".join(words_of_id(item) for item in exercise.equipment) or "nothing"
    legs = words_of_id(exercise.side)
    yield f"\n### {exercise.id}\n\n**{exercise.name}.** Level {exercise.level}, {legs}, needs {needs}.\n"
    slots = ", ".join(words_of_id(slot) for slot in exercise.slots)
    loads = ", ".join(f"{TISSUE_NAMES[load.tissue]} {load.tier} ({load.basis})" for load in exercise.tissues)
    ladder = {"Easier": exercise.easier, "Harder": exercise.harder, "Instead": exercise.instead}
    yield f"- *Slots:* {slots}"
    yield f"- *How:* {' '.join(exercise.cues)}"
    for caution in exercise.cautions:
        yield f"- *Take care:* {caution}"
    yield f"- *Loads:* {loads}"
    for word, others in ladder.items():
        if others:
            yield f"- *{word}:* {', '.join(f'[{other}](#{other})' for other in others)}"


def ladders_page(knowledge: Knowledge) -> Iterator[str]:
    """Every ladder with the gate of every step."""
    yield "# Ladders and their gates\n"
    yield MADE
    yield (
        "From what anyone can do to what a trained runner does: for every part of session A and B, for jumps, and for "
        "every sore site. A rung may name several exercises; the first you can do is yours. The *gate* is what the "
        "rung below must have shown. A plan foresees the dose; how it felt is yours to judge. Where nobody measured, "
        "the order is our judgement; `stridewell why LADDER` shows the sources.\n"
    )
    yield "\n## Gates\n"
    for name in sorted(knowledge.parameters):
        if name.startswith("ladder_gate.") and name != NAMED:
            parameter = knowledge.parameters[name]
            yield f"- [`{name}`](parameters.md#{_anchor(name)}): {parameter.meaning}"
    for ladder in ladder_ids(knowledge):
        yield f"\n## {ladder}\n\n**{knowledge.parameters[ladder].title}.** {knowledge.parameters[ladder].meaning}\n"
        yield from _ladder_steps(ladder, knowledge)


def _ladder_steps(ladder: str, knowledge: Knowledge) -> Iterator[str]:
    yield f"1. {_rung(rungs_of(ladder, knowledge)[0])}"
    for number, step in enumerate(steps_of(ladder, knowledge), start=2):
        gate = f"[{step.gate.id}](parameters.md#{_anchor(step.gate.id)})"
        yield f"{number}. {_rung(step.above)}"
        yield f"   - *{gate}.* {gate_words(step.gate, step.below[0], knowledge)}"
        yield f"   - {down_words(step.gate)}"


def _rung(rung: tuple[Exercise, ...]) -> str:
    return " or ".join(
        f"[{one.name}](exercises.md#{one.id})"
        + (f" ({', '.join(words_of_id(item) for item in one.equipment)})" if one.equipment else "")
        for one in rung
    )


def home_tests_page(knowledge: Knowledge) -> Iterator[str]:
    """Every home test: protocol, numbers, what a result changes, what is known of injury."""
    yield "# Tests to do at home\n"
    yield MADE
    yield (
        "Each has a left and a right side. `stridewell tests ID` shows the same as this page, with `--left` and "
        "`--right` what your result says, and with `--runner` it enters the result into your runner file.\n"
    )
    yield "| test | looks at | in short |\n| --- | --- | --- |"
    for test in list_tests(knowledge):
        yield f"| [`{test.id}`](#{test.id}) | {test.looks_at} | {in_short(test, knowledge)} |"
    for test in list_tests(knowledge):
        yield f"\n## {test.id}\n\n**{test.name}.** {test.looks_at}"
        for passage in (*protocol_of(test), *meaning_of(test, knowledge), *evidence_lines(test, knowledge)):
            yield f"\n*{passage.heading}*\n"
            yield from (line if passage.first is not None else f"- {line}" for line in passage.as_text)


def commands_page(_knowledge: Knowledge) -> Iterator[str]:
    """Every command as its own --help says it."""
    yield "# Commands\n"
    yield MADE
    yield "Exit codes: 0 done; 1 `check` found a broken must; 2 bad input or usage; 3 no plan is possible.\n"
    for command in ("", *COMMANDS):
        words = [word for word in (command, "--help") if word]
        yield f"\n## stridewell {command}".rstrip() + "\n\n```text"
        yield CliRunner().invoke(app, words, prog_name="stridewell", env={"COLUMNS": "80"}).output.strip("\n")
        yield "```"


def runner_file_page(knowledge: Knowledge) -> Iterator[str]:
    """Every key of a runner file."""
    # The page shows no bound that depends on the year, so any year will do.
    words = Words(equipment=knowledge.words("equipment.ids"), tests=knowledge.words("tests.ids"), this_year=2026)
    yield "# Runner file\n"
    yield MADE
    yield "Every key. The README has a whole file to start from. **Bold** keys are needed.\n"
    yield "| key | example | means |\n| --- | --- | --- |"
    yield from _keys("", runner_table(words))
    yield f"\nEquipment: {', '.join(f'`{item}`' for item in words.equipment)}."
    yield f"\nHome tests: {', '.join(f'`{test}`' for test in words.tests)}."


def _keys(prefix: str, table: Table) -> Iterator[str]:
    for name, key in table.keys.items():
        place = f"{prefix}.{name}" if prefix else name
        shown = f"**`{place}`**" if key.required else f"`{place}`"
        if isinstance(key, Key):
            yield f"| {shown} | `{key.example}` | {key.means} |"
        else:
            inside = f"{place}[]" if key.many else f"{place}.NAME" if key.named is not None else place
            yield f"| {shown} | | {key.means} |"
            yield from _keys(inside, key)


def foreign_plans_page(_knowledge: Knowledge) -> Iterator[str]:
    """What `check` says of a plan from elsewhere, with what it means."""
    place = FOLDER.parent / "examples" / "popular_half_plan.json"
    called = CliRunner().invoke(app, ["check", str(place)], env={"COLUMNS": "80"})
    yield "# A popular plan, judged\n"
    yield MADE
    yield FOREIGN_PLAN
    yield "```text\n$ stridewell check examples/popular_half_plan.json"
    yield called.output.rstrip("\n")
    yield f"$ echo $?\n{called.exit_code}\n```\n"
    yield FOREIGN_PLAN_MEANS


def _anchor(name: str) -> str:
    return name.replace(".", "")


PAGES: Mapping[str, Callable[[Knowledge], Iterator[str]]] = {
    "reference/rules.md": rules_page,
    "reference/findings.md": findings_page,
    "reference/parameters.md": parameters_page,
    "reference/sources.md": sources_page,
    "reference/exercises.md": exercises_page,
    "reference/ladders.md": ladders_page,
    "reference/home_tests.md": home_tests_page,
    "reference/commands.md": commands_page,
    "reference/runner_file.md": runner_file_page,
    "foreign_plans.md": foreign_plans_page,
}


def plan_picture(knowledge: Knowledge) -> str:
    """The plan of the demo, as the README shows it."""
    with tempfile.TemporaryDirectory() as folder:
        made = demo(Path(folder), today=DEMO_DAY, knowledge=knowledge)
    return plan_calendar(made.plan.plan)


def made_pages() -> Mapping[str, str]:
    """Every reference page, and the picture, as it should be, by its place in the folder."""
    knowledge = load_knowledge()
    pages = {name: "\n".join(page(knowledge)).rstrip("\n") + "\n" for name, page in PAGES.items()}
    return {**pages, "images/plan.svg": plan_picture(knowledge)}


def differences(pages: Mapping[str, str], folder: Path) -> Iterator[str]:
    """What the pages in the folder lack or have too much, as a diff; nothing when they are current."""
    for name, made in pages.items():
        place = folder / name
        kept = place.read_text(encoding="utf-8") if place.exists() else ""
        yield from difflib.unified_diff(
            kept.splitlines(), made.splitlines(), f"docs/{name}", "as it should be", lineterm="", n=0
        )


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` say what is not current."""
    if "--check" in arguments:
        found = list(differences(made_pages(), FOLDER))
        sys.stdout.write(
            "\n".join([*(line[:160] for line in found[:40]), "run `make docs`"]) + "\n"
            if found
            else "reference pages are current\n"
        )
        return 1 if found else 0
    for name, text in made_pages().items():
        (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
