import type { DocumentIssues } from "../../base/issues/document.ts"
import type { Messages } from "../message.ts"

export const documentIssues: Messages<DocumentIssues> = {}
