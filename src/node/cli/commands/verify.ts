import { hashingOf } from "../../../base/host.ts"
import { hasErrors, issue, PacketError } from "../../../base/issue.ts"
import { bytesOf } from "../../../base/source.ts"
import { verdictLimits, verdictLines, verdictSent } from "../../../messages/verdict.ts"
import { readAllowedSigners } from "../../../packet/signature/allowed-signers.ts"
import { isFingerprint } from "../../../packet/signature/public-key.ts"
import type { Report } from "../../../packet/verify/report.ts"
import { type VerifyOptions, verifyPacket } from "../../../packet/verify/verify.ts"
import { localTime } from "../../files.ts"
import { fasterHashing } from "../../hash-file.ts"
import { nodeHost } from "../../host.ts"
import { LARGEST_FORM, readWhole, verifyInput } from "../../read.ts"
import type { Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import { type Arguments, optional, UsageError } from "../usage.ts"

/** Judges a packet and prints the five lines, or JSON. */
export async function verify(args: Arguments, terminal: Terminal): Promise<number> {
    const path = args.positionals[0] ?? ""
    const input = verifyInput(path)
    const bytes = input.kind === "zip" ? input.source.size : bytesOf(input.files)
    terminal.progress(texts[terminal.lang].working.verifying, bytes)
    const report = await verifyPacket(input, { ...optionsOf(args, terminal), ...fasterHashing(path) })
    if (args.values.json === true) terminal.out(JSON.stringify(report, undefined, 2))
    else printReport(report, terminal)
    return report.verdict === "broken" || report.verdict === "refused" || hasErrors(report.issues) ? 1 : 0
}

/** The verdict for people: findings first, then the five lines and what they do not prove. */
export function printReport(report: Report, terminal: Terminal): void {
    terminal.findings(report.issues.filter(({ severity }) => severity !== "error"))
    terminal.findings(report.issues.filter(({ severity }) => severity === "error"))
    for (const line of verdictLines(report, terminal.lang)) terminal.out(line)
    const sent = verdictSent(report, terminal.lang)
    if (sent !== undefined) terminal.out(sent)
    terminal.out(verdictLimits(report, terminal.lang))
}

function optionsOf(args: Arguments, terminal: Terminal): VerifyOptions {
    const signersFile = optional(args, "signers")
    const key = optional(args, "key")?.trim() // often pasted
    const code = optional(args, "code")
    const sent = optional(args, "sent")
    if (signersFile !== undefined && key !== undefined)
        throw new UsageError([issue("shell.usage.both", [], { first: "--signers", second: "--key" })])
    if (key !== undefined && !isFingerprint(key))
        throw new UsageError([issue("shell.usage.value", [], { option: "--key", found: key, expected: "SHA256:..." })])
    const parsed =
        signersFile === undefined ? undefined : readAllowedSigners(readWhole(signersFile, LARGEST_FORM), signersFile)
    if (parsed !== undefined && hasErrors(parsed.issues)) throw new PacketError(parsed.issues)
    if (parsed !== undefined) terminal.issues(parsed.issues)
    return {
        now: localTime(new Date()),
        ...hashingOf(nodeHost()),
        ...(parsed === undefined ? {} : { signers: parsed.signers }),
        ...(key === undefined ? {} : { key }),
        ...(code === undefined ? {} : { code }),
        ...(sent === undefined ? {} : { sent: verifyInput(sent) }),
    }
}
