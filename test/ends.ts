/**
 * Imported before each test file: one whose tests are over, but which does not end (something is still open, or a test that
 * took too long still waits), is ended a moment later, says what holds it, and has failed.
 */
import { after } from "node:test";

const MOMENT = 10_000;

after(() => {
  const end = (): never => {
    console.error(
      `This file's tests are over, yet it does not end; open: ${process.getActiveResourcesInfo().join(", ")}`,
    );
    process.exit(1);
  };
  setTimeout(end, MOMENT).unref();
});
