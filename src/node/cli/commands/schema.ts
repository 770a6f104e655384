import { caseJsonSchema } from "../../../case/schema.ts"
import { officerJsonSchema } from "../../../request/officer.ts"
import type { Terminal } from "../terminal.ts"
import type { Arguments } from "../usage.ts"

/** Prints a JSON Schema for editors. */
export function schema(args: Arguments, terminal: Terminal): Promise<number> {
    terminal.out(JSON.stringify(args.values.officer === true ? officerJsonSchema() : caseJsonSchema(), undefined, 2))
    return Promise.resolve(0)
}
