import { hasErrors, issue, PacketError } from "../../base/issue.ts"
import { type Head, readJournal } from "../../facts/journal/chain.ts"
import { refuseOther } from "../../flows/officer/journal.ts"
import { COMMAND } from "./command.ts"
import { journalTexts } from "./journal-texts.ts"
import type { Terminal } from "./terminal.ts"
import { shellWord, texts } from "./texts.ts"
import { type Arguments, optional } from "./usage.ts"

/** What commands other than `journal` do with it: they say how to record what they did, and record it where asked to. */

/** What a command did, as `journal add` takes it. */
export interface Step {
    readonly act: string
    /** Options with their texts; `file` is a path. */
    readonly options: Readonly<Record<string, string>>
    readonly draft?: string
    /** Whose journal, where the command knows; else it is read from the draft. */
    readonly head?: Head
}

/** The command that records an act, to be typed as it stands. */
export function recordCommand(place: string, act: string, options: Readonly<Record<string, string>>): string {
    const words = Object.entries(options).flatMap(([name, text]) => [`--${name}`, shellWord(text)])
    return [COMMAND, "journal", "add", shellWord(place), act, ...words].join(" ")
}

/** Says how to record what was just done. */
export function sayRecord(command: string, { lang, note }: Terminal, when: "done" | "sent" = "done"): void {
    note(`${when === "done" ? journalTexts[lang].record : journalTexts[lang].recordSent}${texts[lang].colon}${command}`)
}

/** Refuses a journal that nothing could be added to, or that is another case's, before anything is made. */
export async function checkJournal(place: string | undefined, head?: Head): Promise<void> {
    if (place === undefined) return
    const { findJournal } = await import("./journal-place.ts")
    const { readJournalFile } = await import("../journal-file.ts")
    const { path, isFolder } = findJournal(place, head?.ref)
    if (isFolder) return
    const journal = readJournal(readJournalFile(path), path)
    const { issues } = journal
    if (hasErrors(issues)) throw new PacketError([...issues, issue("journal.file.broken", [path], { file: path })])
    refuseOther(journal, path, head)
}

/** Records a step where `--journal` asks for it and gives the entry for `--json`; else says how to record it. */
export async function recordStep(
    args: Arguments,
    output: string,
    { act, options, draft, head }: Step,
    terminal: Terminal,
): Promise<object> {
    const place = optional(args, "journal")
    if (place === undefined) {
        if (args.values.json !== true)
            sayRecord(recordCommand(output, act, draft === undefined ? options : { ...options, draft }), terminal)
        return {}
    }
    const { file, ...fields } = options
    const { hashFiles, record } = await import("./record.ts")
    const { printRecorded } = await import("./commands/journal.ts")
    const named = Object.fromEntries(
        Object.entries(fields).map(([name, text]) => [
            name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
            text,
        ]),
    )
    const files = await hashFiles(file === undefined ? [] : [file])
    const where = { place, ...(draft === undefined ? {} : { draft }), ...(head === undefined ? {} : { head }) }
    const recorded = await record(where, { act, fields: named, files })
    if (args.values.json !== true) printRecorded(recorded, terminal)
    return { recorded }
}
