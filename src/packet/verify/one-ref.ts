import { printJson } from "../../base/canonical-json.ts"
import { type Issue, issue } from "../../base/issue.ts"
import { LARGEST_JSON, readJson } from "../../base/json.ts"
import { isMapping, isObject } from "../../base/value.ts"
import type { Contents } from "./contents.ts"
import type { LayerIndex } from "./index-file.ts"

/**
 * One packet, one reference: what the index of the first layer and the record of the case say, and what the highest layer
 * and the folder in the ZIP say. An officer may give a reference of the unit's own, so that layers that differ are a
 * warning. And records in the one text that their values print as, so that no two programs read two contents in them.
 */

const CASE = "data/case.json"
/** What people read of the first layer, and of each further one. */
const RECORDS = [CASE, "data/evidence.json"]
const LAYER_RECORDS = ["request.json", "received.json"]

/**
 * @param changed - Files that are not as listed: they have been named, and may say anything.
 * @param top - Folder in the ZIP that holds everything; absent for a folder, which anybody may rename.
 */
export async function checkOneRef(
    contents: Contents,
    changed: readonly string[],
    indexes: readonly (LayerIndex | undefined)[],
    top: string | undefined,
): Promise<Issue[]> {
    const issues: Issue[] = []
    const expected = indexes.find((index) => index !== undefined)?.ref
    const highest = indexes.findLast((index) => index !== undefined)
    const differs = (path: string, found: string): Issue[] =>
        expected === undefined || found === expected ? [] : [issue("verify.ref.differs", [path], { found, expected })]
    for (const [i, index] of indexes.entries())
        if (index !== undefined && expected !== undefined && index.ref !== expected) {
            const layer = i + 1
            const path = `data/layer-${String(layer)}/index.json`
            issues.push(issue("verify.ref.layer", [path], { layer, found: index.ref, expected }, "warning"))
        }
    const ofLayers = indexes.flatMap((_, i) => LAYER_RECORDS.map((name) => `data/layer-${String(i + 1)}/${name}`))
    for (const path of [...RECORDS, ...ofLayers]) {
        if (changed.includes(path) || contents.size(path) === undefined) continue
        const bytes = await contents.bytes(path, LARGEST_JSON)
        const read = bytes === undefined ? ({ fault: "large" } as const) : readJson(bytes)
        const isForm = !("fault" in read) && printJson(read.value) === read.text
        if (!isForm || (MAPPINGS.test(path) && !isMapping(read.value)))
            issues.push(issue("verify.record.form", [path], {}))
        else if (path === CASE) issues.push(...refsOf(read.value).flatMap((ref) => differs(path, ref)))
    }
    if (top !== undefined && highest !== undefined && !isNameOf(top, highest, indexes.length))
        issues.push(issue("verify.ref.folder", [top], { found: top, expected: highest.ref + SUFFIXES[highest.kind] }))
    return issues
}

/** What follows the reference in the name of the one folder of a ZIP, as it mostly is. */
const SUFFIXES = { draft: "", submission: "-submission", archive: "-archive" } as const

/**
 * Whether a kind of packet unpacks under a name. A draft that unpacks as a submission would be taken for one by all who see
 * the folder alone. A further request has its number and type in it, an archive the number of its layers from the third on,
 * and from the second where the request is no first disclosure.
 */
function isNameOf(top: string, { ref, kind }: LayerIndex, layers: number): boolean {
    if (!top.startsWith(ref)) return false
    const rest = top.slice(ref.length)
    if (kind === "submission") return /^(?:-\d{1,2}-[a-z]+(?:-[a-z]+)*)?-submission$/.test(rest)
    const numbered = kind === "archive" && rest === `${SUFFIXES.archive}-${String(layers)}`
    return numbered || (rest === SUFFIXES[kind] && (kind === "draft" || layers === 2))
}

/**
 * Records that are held against nothing here; those of evidence and answers are, where more is said of them. A list or a
 * text under such a name would be a packet without facts.
 */
const MAPPINGS = /\/(?:case|request)\.json$/

/** What a record gives as its reference; one that gives none says nothing false. */
function refsOf(value: unknown): readonly string[] {
    const members = isObject(value) ? Object.entries(value) : []
    return members.flatMap(([name, ref]: [string, unknown]) =>
        name === "ref" ? [typeof ref === "string" ? ref : "—"] : [],
    )
}
