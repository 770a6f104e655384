import { Home } from "./home.tsx"
import { Frame } from "./parts/frame.tsx"
import { say, steps } from "./state.ts"
import { VerifyDoor } from "./verify/verify.tsx"
import { TITLE as VERIFY } from "./verify/words.ts"

/** Which page stands at the place. */
export function App() {
    const [door] = steps.value
    if (door === "verify")
        return (
            <Frame state={say(VERIFY)}>
                <VerifyDoor />
            </Frame>
        )
    return (
        <Frame>
            <Home />
        </Frame>
    )
}
