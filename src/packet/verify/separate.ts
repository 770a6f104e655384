import { type Issue, issue } from "../../base/issue.ts"
import { LARGEST_JSON, readJson } from "../../base/json.ts"
import type { Contents } from "./contents.ts"

/** Files that the maker of a draft lists with their hashes and hands over on a disc of their own. */

const EVIDENCE = "data/evidence.json"

/** A note for each, so that it can be held against the disc. What a record does not say as it should is for others to find. */
export async function separateFiles(contents: Contents): Promise<Issue[]> {
    const bytes = await contents.bytes(EVIDENCE, LARGEST_JSON)
    const read = bytes === undefined ? undefined : readJson(bytes)
    const items = read !== undefined && "value" in read ? member(read.value, "items") : undefined
    if (!Array.isArray(items)) return []
    return items.flatMap((item: unknown) => {
        const entry = member(item, "entry")
        const [label, file, size, sha256] = ["label", "originalName", "sizeBytes", "sha256"].map((name) =>
            member(entry, name),
        )
        if (member(item, "handedOver") !== "separately" || typeof label !== "string" || typeof file !== "string")
            return []
        if (typeof size !== "number" || typeof sha256 !== "string") return []
        return [issue("verify.evidence.separate", [EVIDENCE], { label, file, size, sha256 }, "note")]
    })
}

function member(value: unknown, name: string): unknown {
    if (typeof value !== "object" || value === null) return undefined
    return Object.entries(value).find(([key]) => key === name)?.[1]
}
