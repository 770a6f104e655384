import type { OfficerSoFar } from "./officer.ts"
import { REQUEST_TYPES, type RequestType, type RequestTypeId } from "./request-types.data.ts"

/** The kind of request that officer data make; disclosure unless they say otherwise. */
export function typeIdOf({ request }: Pick<OfficerSoFar, "request">): RequestTypeId {
    return request?.type ?? "disclosure"
}

/** The same with all that its row of the table says. */
export function typeOf(officer: Pick<OfficerSoFar, "request">): RequestType {
    return REQUEST_TYPES[typeIdOf(officer)]
}
