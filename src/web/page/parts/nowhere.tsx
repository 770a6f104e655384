import type { Words } from "../../../base/lang.ts"
import { href, pair, say } from "../state.ts"
import { Sheet } from "./frame.tsx"

const NO_PAGE = pair("没有这一页", "There is no such page")

interface NowhereProps {
    /** What there is none of, where more is known than that. */
    readonly title?: Words
    /** Where there is something, and what that is called. */
    readonly back: string
    readonly name: Words
}

/** In place of a page that is not there: its entry or file was taken out, or the address is of another case. */
export function Nowhere({ title = NO_PAGE, back, name }: NowhereProps) {
    return (
        <Sheet title={say(title)} back={back}>
            <p class="pick end">
                <a class="btn" href={href(back)}>
                    {say(name)}
                </a>
            </p>
        </Sheet>
    )
}
