import type { ShellIssues } from "../../base/issues/shell.ts"
import type { Messages } from "../message.ts"

export const shellIssues: Messages<ShellIssues> = {}
