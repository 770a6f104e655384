import { LicencesPage } from "./about.tsx"
import { Home } from "./home.tsx"
import { KeysPage } from "./keys/keys.tsx"
import { TITLE as KEYS } from "./keys/words.ts"
import { OfficerDoor } from "./officer/door.tsx"
import { opened } from "./officer/state.ts"
import { DOOR as OFFICER } from "./officer/words.ts"
import { Frame } from "./parts/frame.tsx"
import { say, steps } from "./state.ts"
import { VerifyDoor } from "./verify/verify.tsx"
import { TITLE as VERIFY } from "./verify/words.ts"
import { ref } from "./victim/case.ts"
import { NotKept } from "./victim/keep.tsx"
import { VictimDoor } from "./victim/victim.tsx"
import { TITLE as VICTIM } from "./victim/words.ts"

/** Which page stands at the place. */
export function App() {
    const [door] = steps.value
    if (door === "verify")
        return (
            <Frame state={say(VERIFY)}>
                <VerifyDoor />
            </Frame>
        )
    if (door === "victim")
        return (
            <Frame state={ref.value === "" ? say(VICTIM) : `${say(VICTIM)} · ${ref.value}`}>
                <NotKept />
                <VictimDoor />
            </Frame>
        )
    if (door === "officer")
        return (
            <Frame state={[say(OFFICER), opened.value?.ref ?? ""].filter((part) => part !== "").join(" · ")}>
                <OfficerDoor />
            </Frame>
        )
    if (door === "keys")
        return (
            <Frame state={say(KEYS)}>
                <KeysPage />
            </Frame>
        )
    return <Frame>{door === "licences" ? <LicencesPage /> : <Home />}</Frame>
}
