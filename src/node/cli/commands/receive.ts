import { existsSync, statSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import type { NamedBytes } from "../../../base/bytes.ts"
import { type Issue, issue, PacketError } from "../../../base/issue.ts"
import type { NamedSource } from "../../../base/source.ts"
import { withoutSystemFiles } from "../../../base/system-files.ts"
import { oneLine } from "../../../base/text/hygiene.ts"
import { headOfDraft, openDraft } from "../../../flows/officer/open-draft.ts"
import { type Answer, receive, receivedNames } from "../../../flows/officer/receive.ts"
import { fileSource, localTime, writeOutputs } from "../../files.ts"
import { nodeHost } from "../../host.ts"
import { readJournalFile } from "../../journal-file.ts"
import { existing, namesIn, readNamed } from "../../read.ts"
import { walk } from "../../walk.ts"
import { zipTo } from "../../zip.ts"
import { findJournal } from "../journal-place.ts"
import { receiveTexts } from "../receive-texts.ts"
import { checkJournal, recordStep } from "../record-step.ts"
import type { Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import { type Arguments, optional, ownParts, required } from "../usage.ts"
import { signerOf } from "./build.ts"

/** Registers an answer as the next layer of an archive. */
export async function receiveAnswer(args: Arguments, terminal: Terminal): Promise<number> {
    const [archive = "", ...paths] = args.positionals
    const officer = existing(required(args, "officer", "--officer <文件>"), "file")
    const output = required(args, "output", "-o <输出文件夹>")
    const path = existing(archive, "file")
    const { files, issues: left } = await filesAt(paths)
    const signer = await signerOf(args)
    const words = texts[terminal.lang]
    terminal.progress(words.working.reading)
    const host = nodeHost(ownParts(args))
    const opened = await openDraft(fileSource(path), host, localTime(new Date()))
    const head = headOfDraft(opened)
    await checkJournal(optional(args, "journal"), head)
    const journal = journalBeside([optional(args, "journal"), dirname(path), output], opened.loaded.case.ref)
    const answer: Answer = { officer: readNamed(officer), files, journal, beside: namesIn(dirname(path), output) }
    const names = receivedNames(opened, answer)
    const done = await writeOutputs(output, names, (pathOf) =>
        receive(
            opened,
            answer,
            host,
            signer,
            zipTo(pathOf, (bytes) => terminal.progress(words.working.packing, bytes)),
        ),
    )
    const { record, layer } = done
    const issues: readonly Issue[] = [...left, ...done.issues]
    const [zip = "", folder = ""] = names.map((name) => join(output, name))
    const { checkCode, sha256 } = done.archive
    if (args.values.json === true) {
        const said = {
            archive: zip,
            folder,
            layer,
            checkCode,
            sha256,
            request: record.request,
            files: record.files,
            issues,
        }
        terminal.out(JSON.stringify(said, undefined, 2))
    } else {
        terminal.issues(issues)
        for (const { label, name, sizeBytes, mediaType, sha256: digest } of record.files.slice(0, MOST_SAID))
            terminal.out(`${label}  ${oneLine(name)}  ${String(sizeBytes)} B  ${mediaType}  ${digest}`)
        if (record.files.length > MOST_SAID)
            terminal.out(receiveTexts[terminal.lang].more(record.files.length - MOST_SAID))
        terminal.out(`${words.wrote} ${zip}`)
        terminal.out(`${words.wrote} ${folder}`)
        terminal.out(`${basename(zip)} ${words.checkCode}${words.colon}${checkCode}`)
        terminal.note(receiveTexts[terminal.lang].keep)
    }
    const { outstanding, from, request } = record
    const said = { no: String(request.no), from: from.slice(0, 300), file: zip }
    const step =
        outstanding === undefined
            ? { act: "answered", options: said, draft: path }
            : { act: "answered-in-part", options: { outstanding: outstanding.slice(0, 300), ...said }, draft: path }
    await recordStep(args, output, { ...step, head }, terminal)
    return 0
}

/** The journal that was named, else the one of the case beside the archive or what is written. */
function journalBeside([named, ...folders]: readonly (string | undefined)[], ref: string): NamedBytes | undefined {
    for (const place of named === undefined ? folders : [named]) {
        if (place === undefined || !existsSync(place)) continue
        const { path, isFolder } = findJournal(place, named === undefined ? ref : undefined)
        if (!isFolder) return { name: path, bytes: readJournalFile(path) }
    }
    return undefined
}

const MOST_SAID = 20

/** Files by their names, those of a folder with their path below it; what is no file is said to be left out. */
async function filesAt(
    paths: readonly string[],
): Promise<{ readonly files: readonly NamedSource[]; readonly issues: readonly Issue[] }> {
    const files: NamedSource[] = []
    const issues: Issue[] = []
    for (const path of paths) {
        const stat = statSync(path, { throwIfNoEntry: false })
        if (stat === undefined) throw new PacketError([issue("shell.file.missing", [], { file: path })])
        if (stat.isFile()) files.push({ name: basename(path), source: fileSource(path) })
        else if (stat.isDirectory()) {
            const found = walk(path)
            issues.push(...found.irregular.map((name) => issue("received.file.irregular", [name], {}, "warning")))
            const below = found.files.map(({ path: name, on }) => ({ name, source: fileSource(on) }))
            files.push(...(await withoutSystemFiles(below)))
        } else issues.push(issue("received.file.irregular", [path], {}, "warning"))
    }
    return { files, issues }
}
