import { Wrong } from "../parts/findings.tsx"
import { trouble } from "./case.ts"
import { linkOf } from "./places.ts"

/** Why the last thing that was asked for did not work. */
export function Trouble() {
    return <Wrong outcome={trouble.value} linkOf={linkOf} />
}
