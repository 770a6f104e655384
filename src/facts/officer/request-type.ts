import type { OfficerSoFar } from "./officer.ts"
import { REQUEST_TYPE_IDS, REQUEST_TYPES, type RequestType, type RequestTypeId } from "./request-types.data.ts"

/** The kind of request that officer data make; disclosure unless they say otherwise. */
export function typeIdOf({ request }: Pick<OfficerSoFar, "request">): RequestTypeId {
    return request?.type ?? "disclosure"
}

/** The same with all that its row of the table says. */
export function typeOf(officer: Pick<OfficerSoFar, "request">): RequestType {
    return REQUEST_TYPES[typeIdOf(officer)]
}

/** The kind that a word of the form's drop-down names; disclosure where it names none. */
export function typeCalled(word: string): RequestTypeId {
    return REQUEST_TYPE_IDS.find((id) => REQUEST_TYPES[id].words["zh-CN"] === word) ?? "disclosure"
}

/** Whether a field of the officer data is asked with a kind of request; what others have of their own is not. */
export function isFieldAsked(field: string, type: RequestTypeId): boolean {
    const { own, photos, consent, narrative, data, provides, instrument, approver } = REQUEST_TYPES[type]
    const isUnder = (...tops: readonly string[]): boolean =>
        tops.some((top) => field === top || field.startsWith(`${top}.`) || field.startsWith(`${top}[`))
    if (REQUEST_TYPE_IDS.some((id) => isUnder(`request.${REQUEST_TYPES[id].own ?? ""}`)))
        return own !== undefined && isUnder(`request.${own}`)
    if (isUnder("identityApproval", "exportAssessment", "identityReplaced", "identityUnmarked", "mailboxAccepted"))
        return photos
    if (isUnder("consent")) return consent
    if (isUnder("exhibits")) return narrative === "whole"
    if (isUnder("request.dataGroups", "request.period", "request.periods", "request.targets")) return data
    if (isUnder("request.replyBy")) return provides
    if (isUnder("instrument")) return instrument !== undefined
    if (isUnder("approval.countyHead")) return approver === "county" || type === "disclosure"
    return true
}
