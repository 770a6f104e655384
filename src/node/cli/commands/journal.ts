import { basename, join } from "node:path"
import { hasErrors, type Issue, issue, PacketError } from "../../../base/issue.ts"
import { beijingDay } from "../../../base/text/local-time.ts"
import { parseTime } from "../../../base/text/time.ts"
import { FIELDS, optionOf } from "../../../facts/journal/acts.data.ts"
import { type Entry, entryOfCode, type Journal, readJournal } from "../../../facts/journal/chain.ts"
import type { Due } from "../../../facts/journal/due.ts"
import { standing } from "../../../facts/journal/due.ts"
import { actSaid, basisSaid, daySaid, entrySaid, momentSaid, stateSaid } from "../../../facts/journal/said.ts"
import { parseCheckCode } from "../../../packet/signature/check-code.ts"
import { localTime } from "../../files.ts"
import { readJournalFile } from "../../journal-file.ts"
import { existing } from "../../read.ts"
import { channelsPath, findJournal } from "../journal-place.ts"
import { journalTexts } from "../journal-texts.ts"
import type { Recorded } from "../record.ts"
import type { Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import { type Arguments, optional, required, UsageError } from "../usage.ts"

/** The journal of a case, or of channels (`--channels`): what was done, what is due, and whether it holds. */
export async function journal(args: Arguments, terminal: Terminal): Promise<number> {
    const [action = ""] = args.positionals
    switch (action) {
        case "add":
            return add(args, terminal)
        case "show":
            return show(args, terminal)
        case "due":
            return due(args, terminal)
        case "verify":
            return verify(args, terminal)
        default: {
            const expected = "add | show | due | verify"
            throw new UsageError([issue("shell.usage.value", [], { option: "journal", found: action, expected })])
        }
    }
}

const isChannels = (args: Arguments): boolean => args.values.channels === true

/** What stands behind the action and, but for channels, the path. */
function further(args: Arguments): string | undefined {
    return args.positionals[isChannels(args) ? 1 : 2]
}

/** The file that is meant, which must be there. */
function pathOf(args: Arguments): string {
    if (isChannels(args)) return existing(channelsPath(), "file")
    const { path, isFolder } = findJournal(place(args))
    if (isFolder) throw new PacketError([issue("journal.file.none", [path], { folder: path })])
    return existing(path, "file")
}

function place(args: Arguments): string {
    const given = args.positionals[1]
    if (given === undefined)
        throw new UsageError([issue("shell.usage.missing", [], { what: "<文件夹或台账>", command: "journal" })])
    return given
}

async function add(args: Arguments, terminal: Terminal): Promise<number> {
    const fields = Object.fromEntries(
        Object.keys(FIELDS).flatMap((field) => {
            const text = optional(args, optionOf(field))
            return text === undefined ? [] : [[field, text]]
        }),
    )
    const { file = [] } = args.values
    const { hashFiles, record } = await import("../record.ts")
    const at = optional(args, "at")
    const draft = optional(args, "draft")
    const recorded = await record(
        isChannels(args) ? { channels: true } : { place: place(args), ...(draft === undefined ? {} : { draft }) },
        {
            act: further(args) ?? "",
            ...(at === undefined ? {} : { at }),
            fields,
            files: await hashFiles(Array.isArray(file) ? (file as readonly string[]) : []),
        },
    )
    if (args.values.json === true) terminal.out(JSON.stringify(recorded, undefined, 2))
    else {
        printRecorded(recorded, terminal)
        terminal.note(journalTexts[terminal.lang].keep)
    }
    return 0
}

/** What an append says, whichever command made it. */
export function printRecorded({ path, entry, endCode, issues }: Recorded, terminal: Terminal): void {
    const words = journalTexts[terminal.lang]
    terminal.issues(issues)
    terminal.out(words.added(entry.n, path))
    terminal.out(`${words.endCode}${texts[terminal.lang].colon}${endCode}`)
}

/** A journal that has at least one entry of ours. */
function open(path: string): Journal {
    const found = readJournal(readJournalFile(path), basename(path))
    if (found.entries.length === 0)
        throw new PacketError([...found.issues, issue("journal.file.not-journal", [path], { file: path })])
    return found
}

/** 庭前准备 of an archive, into the folder of `-o`. */
async function showCourt(args: Arguments, archive: string, terminal: Terminal): Promise<number> {
    const output = required(args, "output", "-o <输出文件夹>")
    const { courtSheetPaper } = await import("../../../flows/officer/court-sheet.ts")
    const { openDraft } = await import("../../../flows/officer/open-draft.ts")
    const { fileSource, writeOutputs } = await import("../../files.ts")
    const { nodeHost } = await import("../../host.ts")
    const host = nodeHost()
    const opened = await openDraft(fileSource(existing(archive, "file")), host, localTime(new Date()))
    const paper = await courtSheetPaper(opened, host)
    await writeOutputs(output, [paper.path], () => ({ outputs: [paper] }))
    const path = join(output, paper.path)
    if (args.values.json === true) terminal.out(JSON.stringify({ paper: path, issues: opened.issues }, undefined, 2))
    else {
        terminal.issues(opened.issues)
        terminal.out(`${texts[terminal.lang].wrote} ${path}`)
    }
    return 0
}

async function show(args: Arguments, terminal: Terminal): Promise<number> {
    const court = optional(args, "court")
    if (court !== undefined) return showCourt(args, court, terminal)
    const path = pathOf(args)
    const found = open(path)
    const on = dayOf(args)
    const { dueIn } = await import("../../../flows/officer/journal-due.ts")
    const { nodeHost } = await import("../../host.ts")
    const host = nodeHost()
    const due = dueIn(found, host, on)
    const output = optional(args, "output")
    const paper =
        output === undefined || isChannels(args) || hasErrors(found.issues)
            ? undefined
            : await (await import("../../../flows/officer/progress.ts")).progressPaper(found, host, on)
    if (paper !== undefined && output !== undefined) {
        const { writeOutputs } = await import("../../files.ts")
        await writeOutputs(output, [paper.path], () => ({ outputs: [paper] }))
    }
    const written = paper === undefined || output === undefined ? null : join(output, paper.path)
    const { entries, codes, head = null, issues } = found
    if (args.values.json === true) {
        const said = {
            file: path,
            ...head,
            entries,
            endCode: codes.at(-1),
            due: due.map(dueRow),
            paper: written,
            issues,
        }
        terminal.out(JSON.stringify(said, undefined, 2))
    } else {
        terminal.issues(issues)
        printEntries(found, path, terminal)
        printDue(
            due.filter(({ state }) => state !== "ended"),
            terminal,
        )
        terminal.out(`${journalTexts[terminal.lang].endCode}${texts[terminal.lang].colon}${codes.at(-1) ?? ""}`)
        if (written !== null) terminal.out(`${texts[terminal.lang].wrote} ${written}`)
        terminal.note(journalTexts[terminal.lang].keep)
    }
    return hasErrors(issues) ? 1 : 0
}

function printEntries({ entries, head }: Journal, path: string, terminal: Terminal): void {
    const { lang } = terminal
    const words = journalTexts[lang]
    const { colon } = texts[lang]
    terminal.out(`${words.heads.journal}${colon}${path}`)
    if (head !== undefined) terminal.out(`${words.heads.case}${colon}${head.ref}  ${head.checkCode}`)
    const valid = new Set(standing(entries).map(({ n }) => n))
    for (const entry of entries) terminal.out(entryLine(entry, valid.has(entry.n) || entry.act === "voided", terminal))
}

function entryLine(entry: Entry, isValid: boolean, { lang }: Terminal): string {
    const detail = entrySaid(entry)[lang]
    const act = `${actSaid(entry.act)[lang]}${isValid ? "" : journalTexts[lang].voided}`
    return `${String(entry.n).padStart(3)}  ${momentSaid(entry.at)}  ${act}${detail === "" ? "" : `  ${detail}`}`
}

function printDue(due: readonly Due[], terminal: Terminal): void {
    const { lang } = terminal
    const words = journalTexts[lang]
    if (due.length === 0) {
        terminal.out(`${words.heads.due}${texts[lang].colon}${words.nothing}`)
        return
    }
    terminal.out(`${words.heads.due}${texts[lang].colon}`)
    for (const one of due) {
        const { rule, entry, from } = one
        const day = `${words.since(from)}${words.joint}${daySaid(one)[lang]}`
        terminal.out(`  ${stateSaid(one)[lang]}  ${rule.words[lang]}  ${day}  [${String(entry.n)}]`)
        terminal.out(`      ${basisSaid(one.basis)[lang]}`)
    }
}

/** A due date for programs. */
function dueRow({ rule, entry, basis, ...rest }: Due): object {
    return { rule: rule.id, entry: entry.n, ...rest, basis }
}

async function due(args: Arguments, terminal: Terminal): Promise<number> {
    const path = pathOf(args)
    const found = open(path)
    const on = dayOf(args)
    const { dueIn } = await import("../../../flows/officer/journal-due.ts")
    const { nodeHost } = await import("../../host.ts")
    const all = dueIn(found, nodeHost(), on).filter(({ state }) => state !== "ended")
    const overdue = all.filter(({ state }) => state === "overdue" || state === "today")
    const { issues } = found
    if (args.values.json === true)
        terminal.out(
            JSON.stringify({ file: path, on, overdue: overdue.length, due: all.map(dueRow), issues }, undefined, 2),
        )
    else {
        terminal.issues(issues)
        terminal.out(journalTexts[terminal.lang].overdue(overdue.length, on))
        printDue(all, terminal)
    }
    return hasErrors(issues) ? 1 : 0
}

/** `--on`, else the day in Beijing by the clock of this machine. */
function dayOf(args: Arguments): string {
    const given = optional(args, "on")
    if (given === undefined) return beijingDay(localTime(new Date()))
    if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || typeof parseTime(given, "UTC") === "string")
        throw new UsageError([issue("journal.day.unread", ["on"], { found: given })])
    return given
}

function verify(args: Arguments, terminal: Terminal): number {
    const path = pathOf(args)
    const found = readJournal(readJournalFile(path), basename(path))
    const code = args.values.code === undefined ? undefined : required(args, "code", '--code "<八组>"')
    const issues: Issue[] = [...found.issues, ...(code === undefined ? [] : compare(found, code))]
    if (found.entries.length === 0) issues.push(issue("journal.file.not-journal", [path], { file: path }))
    const holds = !hasErrors(issues)
    const endCode = found.codes.at(-1) ?? null
    if (args.values.json === true) {
        const { head = null, entries } = found
        const isCompared = code !== undefined
        terminal.out(
            JSON.stringify(
                { file: path, ...head, entries: entries.length, endCode, holds, isCompared, issues },
                undefined,
                2,
            ),
        )
    } else {
        const words = journalTexts[terminal.lang]
        terminal.findings(issues)
        const isResaved = found.issues.some(({ code }) => code === "journal.file.resaved")
        const fails = isResaved ? words.resaved : words.fails
        terminal.out(hasErrors(found.issues) ? fails : words.holds(found.entries.length))
        if (holds && code !== undefined && entryOfCode(found, parseCheckCode(code) ?? "") === found.entries.length)
            terminal.out(words.codeSame)
        if (code === undefined) terminal.out(words.withoutCode)
        terminal.out(`${words.endCode}${texts[terminal.lang].colon}${endCode ?? "—"}`)
    }
    return holds ? 0 : 1
}

/** What a code as typed says of a journal. */
function compare(found: Journal, typed: string): readonly Issue[] {
    const code = parseCheckCode(typed)
    if (code === undefined) return [issue("journal.code.malformed", ["--code"], { found: typed })]
    const n = entryOfCode(found, code)
    const entries = found.entries.length
    if (n === undefined) return [issue("journal.code.different", ["--code"], { found: code, entries })]
    return n === entries ? [] : [issue("journal.code.earlier", ["--code"], { n, later: entries - n }, "note")]
}
