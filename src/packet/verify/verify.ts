import {
    type Crc32,
    type HashApart,
    type NewHasher,
    type Reckoned,
    type Stretch,
    sha256Source,
} from "../../base/digest.ts"
import { hasErrors, type Issue, issue } from "../../base/issue.ts"
import { LARGEST_MANIFEST, MANIFEST } from "../manifest/manifest.ts"
import { BAG_INFO } from "../manifest/tag-files.ts"
import { checkCode } from "../signature/check-code.ts"
import { type Contents, type Opened, openPacket, packetAmong, printable, type VerifyInput } from "./contents.ts"
import { checkEvidence } from "./evidence.ts"
import { checkGivenCode, findGivenFile } from "./given-code.ts"
import type { LayerIndex } from "./index-file.ts"
import { checkLayers } from "./layers.ts"
import { checkList, type ListFindings } from "./list.ts"
import { checkOneRef } from "./one-ref.ts"
import { checkReceived } from "./received.ts"
import type { Report, SignatureReport, Verdict } from "./report.ts"
import { checkSent } from "./sent.ts"
import type { TrustedKeys } from "./signatures.ts"
import { tooLarge } from "./sizes.ts"

/** How to judge. Without `signers` and `key` an unknown signer is a warning, with one of them an error. */
export interface VerifyOptions extends TrustedKeys {
    /**
     * 核对码 or a SHA-256 (of the ZIP, the list or a file) as typed from paper; one that is nowhere makes the packet
     * `broken`: it is not the one on the paper.
     */
    readonly code?: string
    /** What is said to have been sent, to be compared with the archive's record. */
    readonly sent?: VerifyInput
    readonly newHasher: NewHasher
    /** A faster CRC-32 where the platform has one. */
    readonly crc32?: Crc32
    /**
     * SHA-256 of the ZIP itself, and CRC-32 of some of its files on the way, where the platform can reckon them beside
     * everything else, `undefined` where that failed; `false` where nobody asks for the SHA-256.
     */
    readonly hashZip?: false | ((stretches: readonly Stretch[]) => Promise<Reckoned | undefined>)
    /** Hashes large files of a folder beside the others, where the platform can. */
    readonly hashApart?: HashApart
}

/**
 * Judges a packet. Collects all findings; rejects only where the machine fails (a file cannot be read). It shares no code
 * with the builder but manifest, signature and ZIP, which are each held against outside tools.
 */
export async function verifyPacket(input: VerifyInput, options: VerifyOptions): Promise<Report> {
    // Opened first: what is no ZIP of ours need not be read to its end, however large it is.
    const opened = await openPacket(input, options)
    const { hashZip, code, newHasher } = options
    const isWhole = input.kind === "zip" && opened.contents !== undefined && hashZip !== false
    const beside = isWhole ? hashZip?.(opened.contents?.shareOut() ?? []) : undefined
    let here: Promise<string> | undefined
    const zip = isWhole
        ? async (): Promise<string> => {
              const known = await beside
              if (known !== undefined) return known.sha256
              here ??= sha256Source(input.source, newHasher)
              return here
          }
        : undefined
    const [, judged] = await Promise.all([beside, judgeOpened(opened, { ...options, beside, zip })])
    const isJudged = code === undefined || judged.checkCode !== null
    const named = isJudged ? [] : await findGivenFile(code, input, opened.contents, newHasher)
    return {
        ...judged,
        issues: [...judged.issues, ...named.map(printableIssue)],
        zipSha256: zip === undefined ? null : await zip(),
    }
}

interface JudgeOptions extends VerifyOptions {
    /** What is being reckoned of the ZIP elsewhere. */
    readonly beside: Promise<Reckoned | undefined> | undefined
    /** SHA-256 of the ZIP; absent where it is none or nobody asks. */
    readonly zip: (() => Promise<string>) | undefined
}

async function judgeOpened(
    { contents, issues, top }: Opened,
    options: JudgeOptions,
): Promise<Omit<Report, "zipSha256">> {
    const manifest = await contents?.bytes(MANIFEST, LARGEST_MANIFEST)
    const found = [...issues]
    if (contents !== undefined && manifest === undefined) found.push(missingManifest(contents))
    const report =
        contents === undefined || manifest === undefined
            ? refused(found)
            : await judge(contents, manifest, found, { ...options, top })
    return { ...report, issues: distinct(report.issues.map(printableIssue)) }
}

/** What was asked besides and could not be granted, which says nothing against the packet. */
const BESIDES: readonly string[] = [
    ...["unknown", "missing", "outside-validity", "other-namespace"].map((of) => `verify.signature.${of}`),
    "verify.code.form",
]

async function judge(
    contents: Contents,
    manifest: Uint8Array,
    opening: readonly Issue[],
    options: JudgeOptions & { readonly top: string | undefined },
): Promise<Omit<Report, "zipSha256">> {
    const list = await checkList(contents, manifest)
    const findings = await checkLayers(contents, manifest, list, options)
    const { top, layers, signatures, issues } = findings
    await contents.join((await options.beside)?.crc32)
    const found: Issue[] = [...opening, ...list.issues, ...issues, ...contents.issues]
    found.push(...checkBagInfo(contents, list, top), ...checkTime(top, options.now))
    if (options.code !== undefined)
        found.push(
            await checkGivenCode(options.code, {
                manifest,
                priors: findings.priors,
                lines: list.lines,
                zip: options.zip,
            }),
        )
    found.push(...(await checkOneRef(contents, list.changed, findings.indexes, options.top)))
    found.push(...(await checkEvidence(contents, list)))
    found.push(...(await checkReceived(contents, { list, ...findings })))
    const intact = !hasErrors(found.filter(({ code }) => !BESIDES.includes(code)))
    if (options.sent !== undefined)
        found.push(...(await checkSent(options.sent, findings.indexes, list.lines, options.newHasher)))
    const unknownFormat = found.some(({ code }) => code === "verify.index.format")
    return {
        kind: top?.kind ?? null,
        checkCode: checkCode(manifest),
        verdict: unknownFormat ? "refused" : intact ? intactVerdict(signatures) : "broken",
        files: { checked: list.checked, changed: list.changed.map(printable) },
        list: { missing: list.missing.map(printable), extra: list.extra.map(printable) },
        signatures: signatures.map((signature) => ({
            ...signature,
            principal: signature.principal === null ? null : printable(signature.principal),
        })),
        time: { claimed: top?.createdAt ?? null, stamped: null },
        layers,
        issues: found,
    }
}

/** Only the signatures over this packet's own manifest speak for it. */
function intactVerdict(signatures: readonly SignatureReport[]): Verdict {
    const own = signatures.filter(({ file }) => !file.includes("/"))
    if (own.length === 0) return "intact-unsigned"
    return own.some(({ trust }) => trust === "known") ? "intact-signed-known" : "intact-signed-unknown"
}

function refused(issues: readonly Issue[]): Omit<Report, "zipSha256"> {
    return {
        kind: null,
        checkCode: null,
        verdict: "refused",
        files: { checked: 0, changed: [] },
        list: { missing: [], extra: [] },
        signatures: [],
        time: { claimed: null, stamped: null },
        layers: [],
        issues,
    }
}

/** No manifest of ours: another algorithm's is said to be unsupported, not changed. */
function missingManifest(contents: Contents): Issue {
    const large = tooLarge(contents, MANIFEST)
    if (large !== undefined) return large
    const other = contents.paths.find((path) => /^manifest-[a-z0-9]+\.txt$/.test(path))
    if (other !== undefined) return issue("verify.packet.algorithm", [other], {})
    const where = elsewhere(contents.paths)
    return where === undefined
        ? issue("verify.packet.none", [], {})
        : issue("verify.packet.elsewhere", [where], { where })
}

/** Where the packet is when what holds it was named, or its `data`: a folder, `..`, or a ZIP. */
function elsewhere(paths: readonly string[]): string | undefined {
    const inside = paths.flatMap((path) => /^([^/]+)\/manifest-sha256\.txt$/.exec(path)?.[1] ?? [])
    if (inside.length === 1) return inside[0]
    if (inside.length === 0 && paths.includes("index.json")) return ".."
    return packetAmong(paths)
}

/**
 * `bag-info.txt` is unsigned; it must say the same as the files and the index. Where it or the payload has been found wrong
 * already, a count that differs is only the consequence.
 */
function checkBagInfo(contents: Contents, list: ListFindings, top: LayerIndex | undefined): Issue[] {
    const info = list.bagInfo
    if (info === undefined || list.changed.includes(BAG_INFO)) return []
    const faulty = [...list.changed, ...list.missing, ...list.extra].some((path) => path.startsWith("data/"))
    const payload = contents.paths.filter((path) => path.startsWith("data/"))
    const octets = payload.reduce((sum, path) => sum + (contents.size(path) ?? 0), 0)
    const differs: string[] = []
    if (!faulty && (info.octets !== octets || info.files !== payload.length)) differs.push("Payload-Oxum")
    if (top !== undefined && info.externalIdentifier !== top.ref) differs.push("External-Identifier")
    if (top !== undefined && info.baggingDate !== top.createdAt.slice(0, 10)) differs.push("Bagging-Date")
    return differs.map((label) => issue("verify.bag-info.differs", ["bag-info.txt"], { label }))
}

/** A claimed time after the judge's clock: one of the two is wrong. */
function checkTime(top: LayerIndex | undefined, now: string): Issue[] {
    if (top === undefined || Date.parse(top.createdAt) <= Date.parse(now)) return []
    return [issue("verify.time.future", ["createdAt"], { claimed: top.createdAt, now }, "warning")]
}

function printableIssue(found: Issue): Issue {
    const params = Object.entries(found.params).map(([name, value]) => [
        name,
        typeof value === "string" ? printable(value) : (value as unknown),
    ])
    return {
        ...found,
        path: found.path.map((part) => (typeof part === "string" ? printable(part) : part)),
        params: Object.fromEntries(params) as unknown,
    } as Issue
}

/** Two checks may find the same fault; it is told once. */
function distinct(issues: readonly Issue[]): Issue[] {
    return [...new Map(issues.map((found) => [JSON.stringify(found), found])).values()]
}
