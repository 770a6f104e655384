import { printJson } from "../../base/canonical-json.ts"
import { type Issue, issue } from "../../base/issue.ts"
import { LARGEST_JSON, readJson } from "../../base/json.ts"
import type { Contents } from "./contents.ts"
import type { LayerIndex } from "./index-file.ts"

/**
 * One packet, one reference: what the index of each layer, the record of the case and the folder in the ZIP say. And records
 * in the one text that their values print as, so that no two programs read two contents in them.
 */

const CASE = "data/case.json"
const RECORDS = [CASE, "data/evidence.json"]

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
    const hold = (path: string, found: string): void => {
        if (expected !== undefined && found !== expected)
            issues.push(issue("verify.ref.differs", [path], { found, expected }))
    }
    for (const [i, index] of indexes.entries())
        if (index !== undefined) hold(i === 0 ? "data/index.json" : `data/layer-${String(i + 1)}/index.json`, index.ref)
    for (const path of RECORDS) {
        const bytes = changed.includes(path) ? undefined : await contents.bytes(path, LARGEST_JSON)
        if (bytes === undefined) continue
        const read = readJson(bytes)
        if ("fault" in read || printJson(read.value) !== read.text) issues.push(issue("verify.record.form", [path], {}))
        else if (path === CASE) for (const ref of refsOf(read.value)) hold(path, ref)
    }
    if (top !== undefined && expected !== undefined && top !== expected && !top.startsWith(`${expected}-`))
        issues.push(issue("verify.ref.differs", [top], { found: top, expected }))
    return issues
}

/** What a record gives as its reference; one that gives none says nothing false. */
function refsOf(value: unknown): readonly string[] {
    const members = typeof value === "object" && value !== null ? Object.entries(value) : []
    return members.flatMap(([name, ref]: [string, unknown]) =>
        name === "ref" ? [typeof ref === "string" ? ref : "—"] : [],
    )
}
