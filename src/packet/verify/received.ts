import { hasherOf, isStatedAlgorithm, type StatedAlgorithm } from "../../base/digests.ts"
import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { LARGEST_JSON, readJson } from "../../base/json.ts"
import { isObject, memberOf } from "../../base/value.ts"
import { checkCode } from "../signature/check-code.ts"
import type { Contents } from "./contents.ts"
import type { LayerIndex } from "./index-file.ts"
import type { ListFindings } from "./list.ts"

/**
 * What the record of an answer claims, held against the lists and the files, as the record of the evidence is: papers are
 * printed from it, and what it says of a file that is another one would be believed. It is read for its claims alone; that
 * it is whole is for those who work with it.
 */

/** What the records of answers are held against. */
interface Judged {
    readonly list: ListFindings
    /** Indexes from the first layer to the highest. */
    readonly indexes: readonly (LayerIndex | undefined)[]
    /** Manifests of the earlier layers, from the first. */
    readonly priors: readonly Uint8Array[]
}

/** Errors where a claim is false or none can be read; a note for each file that is kept apart. */
export async function checkReceived(contents: Contents, judged: Judged): Promise<Issue[]> {
    const { list, indexes } = judged
    const changed = new Set(list.changed)
    const issues: Issue[] = []
    for (const [i, index] of indexes.entries()) {
        const folder = `data/layer-${String(i + 1)}/`
        const file = `${folder}received.json`
        // One that is not as listed has been named, and what it says may come from anybody.
        const bytes = changed.has(file) ? undefined : await contents.bytes(file, LARGEST_JSON)
        const read = bytes === undefined ? undefined : readJson(bytes)
        // Of text that is no JSON `checkOneRef` tells.
        if (read === undefined || "fault" in read) continue
        const layer = { n: i + 1, folder, file, record: read.value }
        const found = [
            ...(await checkFiles(contents, layer, list, changed)),
            ...(await checkRequest(contents, layer, judged)),
        ]
        const ref = memberOf(read.value, "ref")
        if (index !== undefined && ref !== index.ref)
            found.push(issue("verify.ref.differs", [file], { found: String(ref ?? "—"), expected: index.ref }))
        issues.push(...first(found))
    }
    return issues
}

/** A layer that holds an answer. */
interface AnswerLayer {
    readonly n: number
    /** With its slash. */
    readonly folder: string
    readonly file: string
    readonly record: unknown
}

// A record may list tens of thousands of files; each that is malformed helps nobody.
const MOST_TOLD = 100

function first(found: readonly Issue[]): readonly Issue[] {
    return found.slice(0, MOST_TOLD)
}

interface Claim {
    readonly label: string
    readonly name: string
    readonly size: number
    readonly sha256: string
}

/** Every file of the record, and every file of the answer that no record names. */
async function checkFiles(
    contents: Contents,
    { folder, file, record }: AnswerLayer,
    { lines }: ListFindings,
    changed: ReadonlySet<string>,
): Promise<readonly Issue[]> {
    const files = memberOf(record, "files")
    if (!Array.isArray(files)) return [issue("verify.received.form", [file, "files"], {})]
    const listed = new Map(lines.map(({ path, sha256 }) => [path, sha256]))
    const claims = files.map(claimOf)
    const digestBy = digester(contents)
    // Of what is said to be another file's content that file must have it by itself.
    const byLabel = new Map(
        claims.flatMap((claim, i) =>
            claim === undefined || memberOf(files[i], "sameAs") !== undefined
                ? []
                : [[claim.label, { sha256: claim.sha256, path: memberOf(files[i], "path") }]],
        ),
    )
    const labels = new Set<string>()
    const silent = new Set([...listed.keys()].filter((path) => path.startsWith(`${folder}received/`)))
    const issues: Issue[] = []
    for (const [i, one] of files.entries()) {
        const at: IssuePath = [file, "files", i]
        const claim = claims[i]
        if (claim === undefined) {
            issues.push(issue("verify.received.form", at, {}))
            continue
        }
        const { label, name, size, sha256 } = claim
        const [path, sameAs, apart] = ["path", "sameAs", "apart"].map((which) => memberOf(one, which))
        // Two entries of one label are two answers to what its copies are; a file lies in one place, or apart.
        const places = [path, sameAs, apart].filter((one) => one !== undefined).length
        if (labels.has(label) || places > 1) issues.push(issue("verify.received.form", at, {}))
        labels.add(label)
        const where = typeof path === "string" ? folder + path : String(sameAs)
        silent.delete(where)
        const digest = path === undefined ? (byLabel.get(where)?.sha256 ?? listed.get(where)) : listed.get(where)
        if (path === undefined && sameAs === undefined && apart === true)
            issues.push(issue("verify.received.apart", [file], { label, file: name, size, sha256 }, "note"))
        else if (digest === undefined) issues.push(issue("verify.received.no-file", at, { label, file: name }))
        else if (digest !== sha256)
            issues.push(
                issue("verify.received.differs", [...at, "sha256"], {
                    ...{ label, file: where, field: "sha256", claimed: sha256, actual: digest },
                }),
            )
        const kept = byLabel.get(where)?.path
        const content = path === undefined && typeof kept === "string" ? folder + kept : where
        const actual = contents.size(content)
        // The size of a file that is not as listed says nothing of the record.
        if (actual !== undefined && actual !== size && !changed.has(content))
            issues.push(
                issue("verify.received.differs", [...at, "sizeBytes"], {
                    ...{ label, file: content, field: "sizeBytes", claimed: String(size), actual: String(actual) },
                }),
            )
        // What is not as listed, or is none of the record, says nothing of what was stated.
        const isJudged = !changed.has(content) && digest === sha256
        for (const [place, stated] of statedOf(one))
            issues.push(
                ...(await checkStated(stated, claim, isJudged ? content : undefined, [...at, ...place], digestBy)),
            )
    }
    for (const path of silent) issues.push(issue("verify.received.silent", [path], {}))
    return issues
}

type DigestBy = (path: string, algorithm: StatedAlgorithm) => Promise<string | undefined>

/** Each file once by each algorithm, however many entries are said to be its copies. */
function digester(contents: Contents): DigestBy {
    const known = new Map<string, string | undefined>()
    return async (path, algorithm) => {
        const key = `${algorithm} ${path}`
        if (!known.has(key)) known.set(key, await contents.digestBy(path, hasherOf(algorithm)))
        return known.get(key)
    }
}

/** Hashes that the provider is said to have stated of one file, each with its place in the entry. */
function statedOf(one: unknown): readonly (readonly [place: IssuePath, stated: unknown])[] {
    const [stated, further] = [memberOf(one, "stated"), memberOf(one, "furtherStated")]
    return [
        ...(stated === undefined ? [] : [[["stated"], stated] as const]),
        ...(Array.isArray(further)
            ? further.map((each, i) => [["furtherStated", i], each] as const)
            : further === undefined
              ? []
              : [[["furtherStated"], further] as const]),
    ]
}

/**
 * What is said to agree with a hash of the provider, or not to, is compared once more.
 *
 * @param path - Where the content lies; of what is kept apart the SHA-256 of the record is all there is.
 */
async function checkStated(
    stated: unknown,
    { label, sha256 }: Claim,
    path: string | undefined,
    at: IssuePath,
    digestBy: DigestBy,
): Promise<readonly Issue[]> {
    const [algorithm, value] = [memberOf(stated, "algorithm"), memberOf(stated, "value")]
    if (typeof algorithm !== "string" || typeof value !== "string") return [issue("verify.received.form", at, {})]
    const said = { label, algorithm, stated: value }
    if (!isStatedAlgorithm(algorithm)) return [issue("verify.received.algorithm", at, said, "warning")]
    const found = algorithm === "SHA-256" ? sha256 : path === undefined ? undefined : await digestBy(path, algorithm)
    if (found === undefined || (value === found) === memberOf(stated, "agrees")) return []
    return [issue("verify.received.stated", at, { ...said, found })]
}

/** The request that is said to be answered stands in that layer, and the code is that layer's. */
async function checkRequest(
    contents: Contents,
    { n, file, record }: AnswerLayer,
    { priors }: Judged,
): Promise<readonly Issue[]> {
    const request = memberOf(record, "request")
    const [no, layer, code] = ["no", "layer", "checkCode"].map((name) => memberOf(request, name))
    const at: IssuePath = [file, "request"]
    if (typeof no !== "number" || typeof layer !== "number" || typeof code !== "string")
        return [issue("verify.received.form", at, {})]
    const prior = layer >= 2 && layer < n ? priors[layer - 1] : undefined
    const asked = await contents.bytes(`data/layer-${String(layer)}/request.json`, LARGEST_JSON)
    const read = asked === undefined ? undefined : readJson(asked)
    const number = read === undefined || "fault" in read ? undefined : requestNo(read.value)
    return prior !== undefined && checkCode(prior) === code && number === no
        ? []
        : [issue("verify.received.request", at, { no, layer, code })]
}

/** Number of a request by its record; the first where none is given. */
function requestNo(record: unknown): number {
    return Number(memberOf(memberOf(record, "request"), "no") ?? 1)
}

function claimOf(one: unknown): Claim | undefined {
    if (!isObject(one)) return undefined
    const [label, name, size, sha256] = ["label", "name", "sizeBytes", "sha256"].map((which) => memberOf(one, which))
    if (typeof label !== "string" || typeof name !== "string") return undefined
    return typeof size === "number" && typeof sha256 === "string" ? { label, name, size, sha256 } : undefined
}
