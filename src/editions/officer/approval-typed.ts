import type { Officer } from "../../facts/officer/officer.ts"
import { typeIdOf, typeOf } from "../../facts/officer/request-type.ts"
import type { Statement } from "../../facts/officer/request-types.data.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { grade, NOT_VERIFIED, verifiedOn } from "../shared/routes.words.ts"
import * as words from "./approval-typed.words.ts"

/** What 报请要点 says by the kind of request, each statement with its source; nothing of disclosure. */
export function typedPoints(recipient: Recipient, officer: Officer | undefined): object | undefined {
    const id = typeIdOf(officer ?? {})
    if (id === "disclosure") return undefined
    const { words: called, instrument, photos, provides, channel, explains } = typeOf(officer ?? {})
    const rules = [channel, ...explains].map(row)
    return {
        type: called["zh-CN"],
        decision: words.DECISION[id](recipient.name.zh, instrument?.name["zh-CN"] ?? ""),
        only: words.ONLY[id],
        photos,
        provides,
        rules: [...rules, ...deskRules(id, recipient)],
    }
}

interface Row {
    readonly says: string
    readonly source: string
    readonly read: string
}

function row({ says, source, grade: known, readOn, unchecked }: Statement): Row {
    const read = unchecked === undefined ? readOn : `${readOn}，${words.UNCHECKED}`
    return { says: says["zh-CN"], source: `${source["zh-CN"]}；${grade(known)}`, read }
}

/** The desk's own rule on preserving or freezing, where its profile has one. */
function deskRules(id: string, { preservation, freeze }: Recipient): readonly Row[] {
    const rule = id === "freeze" ? freeze : id === "preservation" || id === "data-freeze" ? preservation : undefined
    if (rule === undefined) return []
    const { zh, source, grade: known, verifiedOn: on } = rule
    const read = on === undefined || on === "" ? NOT_VERIFIED : verifiedOn(on)
    return [{ says: words.deskSays(zh), source: `${source}；${grade(known)}`, read }]
}
