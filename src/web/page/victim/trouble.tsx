import { ErrorSummary, Failure } from "../parts/findings.tsx"
import { trouble } from "./case.ts"
import { linkOf } from "./places.ts"

/** Why the last thing that was asked for did not work. */
export function Trouble() {
    const now = trouble.value
    if (now?.kind === "refused") return <ErrorSummary issues={now.issues} linkOf={linkOf} />
    return now?.kind === "failed" ? <Failure message={now.message} /> : null
}
