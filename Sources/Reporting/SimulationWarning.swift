/// What stands behind "Simulated numbers" in every report of a simulated run.
let simulationWarning = "a simulated server answered; nothing here says anything about a real model."
