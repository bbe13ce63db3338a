/** That a journey was offered to somebody, or begun by them. Moments are Unix ms. */
export interface Reached {
  person: string;
  offered: number | null;
  offeredWeek: number | null;
  started: number | null;
  startedWeek: number | null;
}
