import { join } from "node:path"
import { hasErrors, type Issue, issue, PacketError } from "../../../base/issue.ts"
import type { Output } from "../../../base/output.ts"
import { DEFAULT_RECIPIENT } from "../../../facts/case/default-recipient.data.ts"
import type { Journal } from "../../../facts/journal/chain.ts"
import type { Officer } from "../../../facts/officer/officer.ts"
import { loadDeskToAsk } from "../../../facts/recipients/desk-of-case.ts"
import { nodeHost } from "../../host.ts"
import { recordCommand, recordStep, sayRecord } from "../record-step.ts"
import type { Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import { type Arguments, optional, ownParts, required, UsageError } from "../usage.ts"

/** Mails beside a request: the question about a channel, and what follows up a request that was sent. */
export async function mail(args: Arguments, terminal: Terminal): Promise<number> {
    const [action = ""] = args.positionals
    switch (action) {
        case "question":
            return question(args, terminal)
        case "follow-up":
            return followUp(args, terminal)
        default: {
            const expected = "question | follow-up"
            throw new UsageError([issue("shell.usage.value", [], { option: "mail", found: action, expected })])
        }
    }
}

async function question(args: Arguments, terminal: Terminal): Promise<number> {
    const host = nodeHost(ownParts(args))
    const form = optional(args, "officer")
    const named = optional(args, "recipient")
    if (form === undefined) {
        const { blankQuestionText } = await import("../../../flows/officer/question-blank.ts")
        const recipient = loadDeskToAsk(host, named ?? DEFAULT_RECIPIENT, ["--recipient"])
        const text = blankQuestionText(recipient)
        if (args.values.json === true) terminal.out(JSON.stringify({ recipient: recipient.id, text }, undefined, 2))
        else terminal.out(text)
        return 0
    }
    const officer = await readOfficer(form, terminal)
    const place = optional(args, "journal")
    const journal = place === undefined ? undefined : (await openJournal(place)).journal
    const { ask } = await import("../../../flows/officer/question.ts")
    const asked = ask(host, officer, form, named, journal)
    const made = await write(args, terminal, asked)
    const { recipient, to } = asked
    const options = {
        to: to ?? recipient.officialPage?.address ?? recipient.name.zh,
        recipient: recipient.id,
        ...(to === undefined ? {} : { route: "email" }),
    }
    const recorded = await recordStep(args, outputOf(args), { act: "asked", options }, terminal)
    if (args.values.json === true) terminal.out(JSON.stringify({ ...made, ...recorded }, undefined, 2))
    return 0
}

async function followUp(args: Arguments, terminal: Terminal): Promise<number> {
    const { FOLLOW_UP_KINDS } = await import("../../../editions/recipient/sent-request.ts")
    const [, found = ""] = args.positionals
    const kind = FOLLOW_UP_KINDS.find((one) => one === found)
    if (kind === undefined) {
        const expected = FOLLOW_UP_KINDS.join(" | ")
        throw new UsageError([issue("shell.usage.value", [], { option: "follow-up", found, expected })])
    }
    const form = required(args, "officer", "--officer <文件>")
    const place = required(args, "journal", "--journal <文件夹或台账>")
    const { path, journal } = await openJournal(place)
    const officer = await readOfficer(form, terminal)
    const { followUp: make } = await import("../../../flows/officer/follow-up.ts")
    const wanted = { recipient: optional(args, "recipient"), no: optional(args, "no") }
    const done = make(nodeHost(ownParts(args)), kind, officer, journal, path, wanted)
    const made = await write(args, terminal, { ...done, issues: [] })
    const { no, to } = done
    if (args.values.json === true) terminal.out(JSON.stringify(made, undefined, 2))
    else {
        const options = { ...(no === undefined ? {} : { no }), to, file: made.mail ?? "" }
        sayRecord(recordCommand(place, "followed-up", options), terminal)
    }
    return 0
}

/** Folder to write into; the current one unless named. */
const outputOf = (args: Arguments): string => optional(args, "output") ?? "."

async function readOfficer(form: string, terminal: Terminal): Promise<Officer> {
    const { readOfficerFile } = await import("../../../facts/officer/officer-form-read.ts")
    const { readNamed } = await import("../../read.ts")
    const { bytes } = readNamed(form)
    const { officer, issues } = readOfficerFile(form, bytes)
    if (officer === undefined) throw new PacketError(issues)
    terminal.issues(issues)
    return officer
}

/** The journal that is meant, which must hold. */
async function openJournal(place: string): Promise<{ readonly path: string; readonly journal: Journal }> {
    const { findJournal } = await import("../journal-place.ts")
    const { readJournalFile } = await import("../../journal-file.ts")
    const { readJournal } = await import("../../../facts/journal/chain.ts")
    const { existing } = await import("../../read.ts")
    const { path, isFolder } = findJournal(place)
    if (isFolder) throw new PacketError([issue("journal.file.none", [place], { folder: place })])
    const journal = readJournal(readJournalFile(existing(path, "file")), path)
    if (hasErrors(journal.issues)) throw new PacketError(journal.issues)
    if (journal.entries.length === 0) throw new PacketError([issue("journal.file.not-journal", [path], { file: path })])
    return { path, journal }
}

interface Made {
    readonly outputs: readonly Output[]
    readonly issues: readonly Issue[]
}

/** Writes the files of a mail and says which. */
async function write(
    args: Arguments,
    terminal: Terminal,
    made: Made,
): Promise<{ readonly files: readonly string[]; readonly mail: string | null; readonly issues: Made["issues"] }> {
    const { writeOutputs } = await import("../../files.ts")
    const output = outputOf(args)
    const folders = made.outputs.filter(({ role }) => role !== "inquiry").map(({ path }) => path.split("/")[0] ?? path)
    const { outputs, issues } = await writeOutputs(output, [...new Set(folders)], () => made)
    const files = outputs.map(({ path }) => join(output, ...path.split("/")))
    if (args.values.json !== true) {
        terminal.issues(issues)
        for (const file of files) terminal.out(`${texts[terminal.lang].wrote} ${file}`)
        terminal.note(texts[terminal.lang].notSentYet)
    }
    return { files, mail: files.find((file) => file.endsWith(".eml")) ?? null, issues }
}
