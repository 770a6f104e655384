import type { CaseIssues } from "../../base/issues/case.ts"
import type { Messages } from "../message.ts"

export const caseIssues: Messages<CaseIssues> = {}
