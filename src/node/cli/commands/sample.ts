import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { hashingOf } from "../../../base/host.ts"
import { LOCK_FILE, parseLock } from "../../../facts/evidence/lock.ts"
import { archiveName, preparedFolder, submitNames } from "../../../flows/officer/names.ts"
import { buildNames } from "../../../flows/victim/names.ts"
import { verifyPacket } from "../../../packet/verify/verify.ts"
import { fileSource, localTime } from "../../files.ts"
import { installationFolder, nodeHost } from "../../host.ts"
import { chooseSigner } from "../../keys.ts"
import { listPapers } from "../../read-papers.ts"
import type { Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import { type Arguments, required } from "../usage.ts"
import { buildInto, printDraft } from "./build.ts"
import { type CompleteInput, prepareInto, printPrepared, printSealed, sealInto, signingOptions } from "./complete.ts"
import { namedFiles } from "./office-papers.ts"
import { printReport } from "./verify.ts"

const REF = "LX-2023-0321"

/** Takes the sample all the way. It replaces only what an earlier run of it wrote into the folder. */
export async function sample(args: Arguments, terminal: Terminal): Promise<number> {
    const output = required(args, "output", "-o <输出文件夹>")
    const words = texts[terminal.lang].sample
    const assets = join(installationFolder(), "assets")
    for (const name of [...buildNames(REF), preparedFolder(REF), ...submitNames(REF, archiveName(REF))])
        rmSync(join(output, name), { recursive: true, force: true })
    const key = (whose: string) =>
        chooseSigner({ key: join(assets, whose, "sample-key"), unsigned: false, allowSample: true }, {})

    terminal.out(`== ${words.build}`)
    const sampleCase = copyOfSample(join(assets, "sample-case"))
    const built = await buildInto(sampleCase, output, await key("sample-case"), terminal).finally(() =>
        rmSync(sampleCase, { recursive: true, force: true }),
    )
    printDraft(built, terminal)

    terminal.out(`== ${words.prepare}`)
    const officerFolder = join(assets, "sample-officer")
    const photos = join(officerFolder, "photos")
    const input: CompleteInput = {
        draft: built.zip,
        officer: join(officerFolder, "officer.yaml"),
        papers: {
            photos: { isNamed: true, folder: photos, paths: await listPapers(photos, "photos") },
            legal: namedFiles([join(officerFolder, "legal", "调取证据通知书（样例）.pdf")]),
            sealed: namedFiles([join(officerFolder, "sealed.pdf")]),
            consent: { isNamed: false, folder: officerFolder, paths: [] },
        },
        signing: signingOptions(undefined, false),
        output,
    }
    const prepared = await prepareInto(input, terminal)
    printPrepared(prepared, input, terminal)

    terminal.out(`== ${words.seal}`)
    const scratch = mkdtempSync(join(tmpdir(), "lerpack-sample-"))
    try {
        // What the officer does by hand: copy the letter code of the sealed letter into the form.
        const officer = join(scratch, "officer.yaml")
        writeFileSync(officer, `${readFileSync(input.officer, "utf8")}\nletterCode: "${prepared.letterCode}"\n`)
        const sealed = { ...input, officer }
        printSealed(await sealInto(sealed, prepared.folder, await key("sample-officer"), terminal), sealed, terminal)
    } finally {
        rmSync(scratch, { recursive: true, force: true })
    }

    let status = 0
    for (const name of [`DRAFT-${REF}.zip`, `${REF}-submission.zip`, `${REF}-archive.zip`]) {
        terminal.out(`== ${words.verify} ${name}`)
        const report = await verifyPacket(
            { kind: "zip", source: fileSource(join(output, name)) },
            { now: localTime(new Date()), ...hashingOf(nodeHost()) },
        )
        printReport(report, terminal)
        if (report.verdict === "broken" || report.verdict === "refused") status = 1
    }
    return status
}

/** The sample case as it lay on its owner's computer: installing a program gives files the time of that day. */
function copyOfSample(folder: string): string {
    const copy = mkdtempSync(join(tmpdir(), "lerpack-sample-"))
    cpSync(folder, copy, { recursive: true })
    for (const { folder: within, originalName, modifiedAt } of parseLock(readFileSync(join(copy, LOCK_FILE))).lock
        ?.entries ?? [])
        utimesSync(join(copy, within, ...originalName.split("/")), new Date(modifiedAt), new Date(modifiedAt))
    return copy
}
