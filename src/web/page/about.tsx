import { signal } from "@preact/signals"
import { Sheet } from "./parts/frame.tsx"
import { pair, say } from "./state.ts"

/** What the page is made of, and under which licences. */

export const about = signal({ tool: "", notices: "" })

export const LICENCES = pair("许可证", "Licences")

export function LicencesPage() {
    return (
        <Sheet title={say(LICENCES)} back="/">
            <p class="soft">{about.value.tool}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keys. */}
            <section class="notices" tabIndex={0} aria-label={say(LICENCES)} lang="en">
                <pre>{about.value.notices}</pre>
            </section>
        </Sheet>
    )
}
