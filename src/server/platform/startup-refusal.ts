/**
 * A reason not to start that the person at the terminal can act on: wrong setting, folder in use, broken database.
 * The message is Vietnamese and says what to do next; main files print it without a stack and exit with code 2.
 */
export class StartupRefusal extends Error {
  override readonly name = 'StartupRefusal'
}
