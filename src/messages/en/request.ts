import type { RequestIssues } from "../../base/issues/request.ts"
import type { Messages } from "../message.ts"

export const requestIssues: Messages<RequestIssues> = {}
