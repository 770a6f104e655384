import { basename, dirname, resolve } from "node:path"
import { hasErrors, issue, PacketError } from "../../../base/issue.ts"
import { readStoreZip } from "../../../base/zip/read.ts"
import { signPacket } from "../../../packet/assemble/sign.ts"
import { verifyPacket } from "../../../packet/verify/verify.ts"
import { fileSource, localTime, writeOutputs } from "../../files.ts"
import { nodeHost } from "../../host.ts"
import { writeZip } from "../../zip.ts"
import type { Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import { type Arguments, existing, required } from "../usage.ts"
import { signerOf } from "./build.ts"

/** Adds a signature to a packet that holds and writes it as a new ZIP; the one given stays as it is. */
export async function sign(args: Arguments, terminal: Terminal): Promise<number> {
    const words = texts[terminal.lang]
    const path = existing(args.positionals[0] ?? "", "file")
    const target = resolve(required(args, "output", "-o <新文件.zip>"))
    const signer = await signerOf(args)
    if (signer === undefined) throw new PacketError([issue("shell.key.none", [], { path: "--unsigned" })])
    const source = fileSource(path)
    const report = await verifyPacket(
        { kind: "zip", source },
        { now: localTime(new Date()), newHasher: nodeHost().sha256 },
    )
    if (report.verdict === "broken" || report.verdict === "refused" || hasErrors(report.issues))
        throw new PacketError(report.issues)
    const zip = await readStoreZip(source)
    if (!zip.ok) throw new PacketError(zip.issues)
    const files = zip.entries.map(({ name, source: content }) => ({
        path: name.slice(zip.top.length + 1),
        source: content,
    }))
    const packet = await signPacket({ top: zip.top, files }, signer)
    const name = basename(target)
    const written = await writeOutputs(dirname(target), [name], (out) => writeZip(packet, out.path(name)))
    const result = {
        zip: target,
        checkCode: packet.checkCode,
        sha256: written.sha256,
        before: report.zipSha256,
        key: signer.fingerprint,
    }
    if (args.values.json === true) terminal.out(JSON.stringify(result, undefined, 2))
    else {
        terminal.out(`${words.wrote} ${target}`)
        terminal.out(`${words.checkCode}${words.colon}${packet.checkCode}${words.unchanged}`)
        terminal.out(`${words.sha256}${words.colon}${written.sha256}${words.changed}`)
        terminal.note(words.newSheet)
    }
    return 0
}
