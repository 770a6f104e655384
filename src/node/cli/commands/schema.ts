import { issue } from "../../../base/issue.ts"
import { editorSchema } from "../../../facts/case/editor-schema.ts"
import { caseJsonSchema } from "../../../facts/case/schema.ts"
import { officerJsonSchema } from "../../../facts/officer/officer.ts"
import { recipientJsonSchema } from "../../../facts/recipients/recipient-schema.ts"
import type { Terminal } from "../terminal.ts"
import { type Arguments, UsageError } from "../usage.ts"

/** Prints a JSON Schema for editors. */
export async function schema(args: Arguments, terminal: Terminal): Promise<number> {
    const { officer, recipient } = args.values
    if (officer === true && recipient === true)
        throw new UsageError([issue("shell.usage.both", [], { first: "--officer", second: "--recipient" })])
    const wanted =
        officer === true ? officerJsonSchema() : recipient === true ? recipientJsonSchema() : caseJsonSchema()
    terminal.out(JSON.stringify(editorSchema(wanted), undefined, 2))
    return 0
}
