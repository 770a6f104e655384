import { type Issue, issue } from "../../base/issue.ts"
import { LARGEST_MANIFEST, MANIFEST, type ManifestLine, parseManifest } from "../manifest/manifest.ts"
import { MOST_LAYERS, rootFile } from "../manifest/tag-files.ts"
import { checkCode } from "../signature/check-code.ts"
import type { Contents } from "./contents.ts"
import { LARGEST_INDEX, type LayerIndex, parseIndex } from "./index-file.ts"
import type { ListFindings } from "./list.ts"
import type { LayerReport, SignatureReport } from "./report.ts"
import { checkSignatures, type TrustedKeys } from "./signatures.ts"
import { tooLarge } from "./sizes.ts"

/**
 * Layers: who added what, and that nobody took away or replaced anything. Layer n is its index, its folder, its manifest and
 * the signatures over that manifest; earlier manifests lie in `data/prior/<n>/` byte for byte as they were signed.
 */

/** One layer with what it says of itself. */
interface Layer {
    readonly n: number
    readonly lines: readonly ManifestLine[]
    readonly index: LayerIndex | undefined
    readonly goodKeys: ReadonlySet<string>
}

/** Findings over all layers; `top` is the index of the highest one. */
export interface LayerFindings {
    readonly top: LayerIndex | undefined
    /** Indexes from the first layer to the highest; undefined where one cannot be read. */
    readonly indexes: readonly (LayerIndex | undefined)[]
    /** Manifests of the earlier layers, from the first. */
    readonly priors: readonly Uint8Array[]
    readonly layers: readonly LayerReport[]
    /** Of this packet first, then of earlier layers from the first. */
    readonly signatures: readonly SignatureReport[]
    readonly issues: readonly Issue[]
}

/**
 * Reads every layer and holds each against the one before it.
 *
 * @param manifest - bytes of this packet's manifest; `list` is what came of comparing it with the files.
 */
export async function checkLayers(
    contents: Contents,
    manifest: Uint8Array,
    list: ListFindings,
    trusted: TrustedKeys,
): Promise<LayerFindings> {
    const { lines } = list
    const changed = new Set(list.changed)
    const beyond = priorFolder(MOST_LAYERS) + MANIFEST
    if (contents.size(beyond) !== undefined)
        return { ...NO_LAYERS, issues: [issue("verify.layer.many", [beyond], { most: MOST_LAYERS })] }
    const issues: Issue[] = []
    const highest = highestLayer(contents)
    const layers: Layer[] = []
    const signatures: SignatureReport[] = []
    const priors: Uint8Array[] = []
    for (let n = 1; n <= highest; n++) {
        const folder = n === highest ? "" : priorFolder(n)
        const bytes = n === highest ? manifest : await contents.bytes(folder + MANIFEST, LARGEST_MANIFEST)
        const parsed = n === highest ? { lines, issues: [] } : parsePrior(bytes, contents, folder)
        const index = await readIndex(contents, n, highest, parsed.lines, changed)
        const named = index.index?.signingKey ?? null
        const signed = await checkSignatures(contents, folder, bytes ?? new Uint8Array(0), named, trusted)
        issues.push(...parsed.issues, ...index.issues, ...signed.issues)
        if (n === highest) signatures.unshift(...signed.reports)
        else {
            signatures.push(...signed.reports)
            priors.push(bytes ?? new Uint8Array(0))
            if (bytes !== undefined)
                issues.push(
                    issue("verify.layer.code", [folder + MANIFEST], { layer: n, code: checkCode(bytes) }, "note"),
                )
        }
        layers.push({ n, lines: parsed.lines, index: index.index, goodKeys: signed.goodKeys })
    }
    const reports = layers.map((layer, i) =>
        compareLayer(layer, layers[i - 1], i + 1 === highest ? list : NOTHING, issues),
    )
    issues.push(...checkOrder(layers), ...checkPlaces(lines, highest))
    const indexes = layers.map(({ index }) => index)
    return { top: indexes.at(-1), indexes, priors, layers: reports, signatures, issues }
}

const NO_LAYERS = { top: undefined, indexes: [], priors: [], layers: [], signatures: [] }

/** Priors are counted from 1 as far as they go; what lies beyond a gap belongs to no layer and is named as misplaced. */
function highestLayer(contents: Contents): number {
    let n = 1
    while (contents.size(priorFolder(n) + MANIFEST) !== undefined) n++
    return n
}

function priorFolder(n: number): string {
    return `data/prior/${String(n)}/`
}

function indexPath(n: number): string {
    return n === 1 ? "data/index.json" : `data/layer-${String(n)}/index.json`
}

/** The layer whose file a payload path is. The manifest of layer n is kept by layer n + 1. */
function ownerOf(path: string): number {
    const [, layer, prior] = /^data\/(?:layer-([1-9]\d*)|prior\/([1-9]\d*))\//.exec(path) ?? []
    if (layer !== undefined) return Number(layer)
    return prior === undefined ? 1 : Number(prior) + 1
}

function parsePrior(bytes: Uint8Array | undefined, contents: Contents, folder: string) {
    const file = folder + MANIFEST
    if (bytes !== undefined) return parseManifest(bytes, file, "data/")
    const large = tooLarge(contents, file)
    return { lines: [], issues: large === undefined ? [] : [large] }
}

/** Reads a layer's index and holds it against the layer's manifest and the files present. */
async function readIndex(
    contents: Contents,
    n: number,
    highest: number,
    lines: readonly ManifestLine[],
    changed: ReadonlySet<string>,
): Promise<{ readonly index?: LayerIndex; readonly issues: readonly Issue[] }> {
    const file = indexPath(n)
    const bytes = await contents.bytes(file, LARGEST_INDEX)
    if (bytes === undefined) return { issues: [tooLarge(contents, file) ?? issue("verify.index.missing", [file], {})] }
    const { index, issues } = parseIndex(bytes, file)
    if (index === undefined) return { issues }
    const found: Issue[] = []
    const own = new Set(
        lines.map(({ path }) => path).filter((path) => ownerOf(path) === n && path !== file && !isPrior(path)),
    )
    const fits =
        n === 1 ? index.kind === "draft" || (index.kind === "submission" && highest === 1) : index.kind === "archive"
    if (!fits) found.push(issue("verify.index.kind", [file], { kind: index.kind, layer: n }))
    else if (!holdsWhatItClaims(index, own)) found.push(issue("verify.index.content", [file], { kind: index.kind }))
    for (const { path, size } of index.files) {
        const actual = contents.size(path)
        if (!own.delete(path)) found.push(issue("verify.index.unlisted", [path], {}))
        // The size of a file that is not as listed says nothing of the index.
        else if (actual !== undefined && actual !== size && !changed.has(path))
            found.push(issue("verify.index.size", [path], { claimed: size, actual }))
    }
    for (const path of own) found.push(issue("verify.index.silent", [path], {}))
    return { index, issues: found }
}

/**
 * A draft must not pass for an official submission by its index alone: a draft has the victim's facts, a submission has the
 * request, no facts and no folders. Who forges all that still has no seal, which the verdict points at.
 */
function holdsWhatItClaims({ kind, ref }: LayerIndex, own: ReadonlySet<string>): boolean {
    const hasFacts = own.has("data/case.json")
    if (kind !== "submission") return kind === "archive" || hasFacts
    return !hasFacts && own.has(`data/01-Request-${ref}.pdf`) && [...own].every((path) => path.split("/").length === 2)
}

function isPrior(path: string): boolean {
    return path.startsWith("data/prior/")
}

const NOTHING = { missing: [], changed: [] }

/**
 * Counts a layer against the one before; a line of the earlier manifest that is gone or differs is an error.
 *
 * @param found - of the highest layer what is not there or not as listed: those files are not kept either, whatever the
 * lists say. They have been named already.
 */
function compareLayer(
    layer: Layer,
    before: Layer | undefined,
    found: Pick<ListFindings, "missing" | "changed">,
    issues: Issue[],
): LayerReport {
    const now = new Map(layer.lines.map(({ path, sha256 }) => [path, sha256]))
    const [gone, changed] = [new Set(found.missing), new Set(found.changed)]
    let missing = 0
    let replaced = 0
    const earlier = new Map(before?.lines.map(({ path, sha256 }) => [path, sha256]))
    for (const [path, sha256] of earlier) {
        const digest = now.get(path)
        if (digest === undefined) {
            missing++
            issues.push(issue("verify.layer.missing", [path], { layer: layer.n }))
        } else if (digest !== sha256) {
            replaced++
            issues.push(issue("verify.layer.replaced", [path], { layer: layer.n }))
        } else if (gone.has(path)) missing++
        else if (changed.has(path)) replaced++
        now.delete(path)
    }
    for (const path of now.keys())
        if (ownerOf(path) !== layer.n) issues.push(issue("verify.layer.misplaced", [path], { layer: layer.n }))
    const named = layer.index?.signingKey ?? null
    const facts = layer.index?.setAside ?? []
    if (facts.length > 0)
        issues.push(issue("verify.layer.set-aside", [indexPath(layer.n)], { layer: layer.n, facts }, "note"))
    // An answer of a desk, by its record; some of its files may be kept apart.
    if (layer.index?.files.some(({ role }) => role === "received-record") === true) {
        const files = layer.index.files.filter(({ role }) => role === "received").length
        issues.push(issue("verify.layer.received", [indexPath(layer.n)], { layer: layer.n, files }, "note"))
    }
    return {
        n: layer.n,
        key: named === null ? ([...layer.goodKeys][0] ?? null) : layer.goodKeys.has(named) ? named : null,
        added: now.size,
        missing,
        replaced,
        setAside: facts.length,
    }
}

/**
 * A key of the first layer signs no later one: who reports and who handles the case are two parties, while these may add
 * several layers with one key. And a later layer is not dated before an earlier one.
 */
function checkOrder(layers: readonly Layer[]): Issue[] {
    const issues: Issue[] = []
    const [first] = layers
    for (const [i, layer] of layers.entries()) {
        const before = layers[i - 1]
        for (const key of before === undefined ? [] : layer.goodKeys)
            if (first?.goodKeys.has(key) === true)
                issues.push(issue("verify.layer.same-key", [indexPath(layer.n)], { key, layer: first.n }))
        const [was, is] = [before?.index?.createdAt, layer.index?.createdAt]
        if (was !== undefined && is !== undefined && Date.parse(is) < Date.parse(was))
            issues.push(issue("verify.time.order", [indexPath(layer.n), "createdAt"], { was, is }, "warning"))
    }
    return issues
}

/**
 * `data/prior/<n>/` holds a manifest, signatures and their stamps, nothing else, and no folder belongs to a layer that is
 * not there.
 */
function checkPlaces(lines: readonly ManifestLine[], highest: number): Issue[] {
    const listed = new Set(lines.map(({ path }) => path))
    const wrong = lines.filter(({ path }) => {
        if (!/^data\/(?:prior|layer-)/.test(path)) return false
        const owner = ownerOf(path)
        if (owner < 2 || owner > highest) return true
        if (!isPrior(path)) return false
        const folder = priorFolder(owner - 1)
        const name = path.slice(folder.length)
        const root = rootFile(name)
        const isKept = root?.kind === "timestamp" ? listed.has(folder + root.of) : root?.kind === "signature"
        return name !== MANIFEST && !isKept
    })
    return wrong.map(({ path }) => issue("verify.layer.misplaced", [path], { layer: highest }))
}
