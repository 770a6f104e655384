import { issue, PacketError } from "../../../base/issue.ts"
import type { Lang } from "../../../base/lang.ts"
import { madeOrRead } from "../../../base/made.ts"
import {
    DIRECTORY_FILE,
    DIRECTORY_READERS,
    type Directory,
    type DirectoryReader,
    readDirectory,
} from "../../../facts/legal/directory.ts"
import { type Found, findEntries } from "../../../facts/legal/directory-find.ts"
import { saidIn } from "../../../flows/officer/desk-texts.ts"
import { sourceLine } from "../../../flows/officer/source-line.ts"
import { nodeHost } from "../../host.ts"
import { directoryTexts } from "../directory-texts.ts"
import type { Terminal } from "../terminal.ts"
import { type Arguments, optional, UsageError } from "../usage.ts"

/** Authorities, associations and international bodies in which all the words are found; all of them without words. */
export async function directory(args: Arguments, terminal: Terminal): Promise<number> {
    const reader = readerOf(args)
    const all: Directory = madeOrRead(nodeHost(), DIRECTORY_FILE, readDirectory)
    const entries = findEntries(all, args.positionals, reader)
    if (args.values.json === true) terminal.out(JSON.stringify({ compiledOn: all.compiledOn, entries }, undefined, 2))
    if (entries.length === 0) {
        const words = args.positionals.join(" ")
        throw new PacketError([issue("outreach.directory.none", [], { words })])
    }
    if (args.values.json === true) return 0
    const { lang } = terminal
    for (const entry of entries) for (const line of linesOf(entry, lang)) terminal.out(line)
    terminal.note(directoryTexts[lang].compiled(all.compiledOn, entries.length))
    if (reader === undefined) terminal.note(directoryTexts[lang].more)
    return 0
}

function readerOf(args: Arguments): DirectoryReader | undefined {
    const given = optional(args, "for")
    const reader = DIRECTORY_READERS.find((one) => one === given)
    if (given !== undefined && reader === undefined) {
        const expected = DIRECTORY_READERS.join(" | ")
        throw new UsageError([issue("shell.usage.value", [], { option: "--for", found: given, expected })])
    }
    return reader
}

/** An entry for people: every statement with its source. */
function linesOf(entry: Found, lang: Lang): readonly string[] {
    const words = directoryTexts[lang]
    const { name, short, kind, readers, address, readings, from, forFrom } = entry
    const called = short === undefined ? "" : `  ${short}`
    const line = (head: string, text: string): string => `    ${head}${words.colon}${text}`
    const said = (source: Found["from"]): string => `        ${sourceLine({ ...source, source }, lang)}`
    return [
        `${saidIn(lang, name)}${called}  [${words.kind[kind]}]`,
        line(words.for, saidIn(lang, entry.for)),
        said(forFrom),
        line(words.address, address ?? words.noAddress),
        ...(from.id === forFrom.id ? [] : [said(from)]),
        ...readings.flatMap((reading) => [
            line(words.otherReading, `${reading.address}${words.separator}${saidIn(lang, reading)}`),
            said(reading.from),
        ]),
        line(words.readers, readers.map((reader) => words.reader[reader]).join(words.comma)),
    ]
}
