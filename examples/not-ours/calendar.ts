/** TOAST UI Calendar as its guide starts it: month, week and day, with its own forms for appointments. */
export const calendarPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Calendar</title>
    <link rel="stylesheet" href="/tui-time-picker/dist/tui-time-picker.css" />
    <link rel="stylesheet" href="/tui-date-picker/dist/tui-date-picker.css" />
    <link rel="stylesheet" href="/tui-calendar/dist/tui-calendar.css" />
  </head>
  <body>
    <div id="menu">
      <button type="button" id="today">Today</button>
      <button type="button" id="before" aria-label="Earlier">&lt;</button>
      <button type="button" id="after" aria-label="Later">&gt;</button>
      <button type="button" data-view="month">Month</button>
      <button type="button" data-view="week">Week</button>
      <button type="button" data-view="day">Day</button>
    </div>
    <div id="calendar" style="height: 640px"></div>
    <script src="/tui-code-snippet/dist/tui-code-snippet.js"></script>
    <script src="/tui-time-picker/dist/tui-time-picker.js"></script>
    <script src="/tui-date-picker/dist/tui-date-picker.js"></script>
    <script src="/tui-calendar/dist/tui-calendar.js"></script>
    <script>
      const kinds = [{ id: "1", name: "Work", bgColor: "#9e5fff" }, { id: "2", name: "Home", bgColor: "#00a9ff" }];
      const calendar = new tui.Calendar("#calendar", {
        defaultView: "month",
        useCreationPopup: true,
        useDetailPopup: true,
        usageStatistics: false,
        calendars: kinds
      });
      calendar.on("beforeCreateSchedule", (made) => {
        const { title, isAllDay, start, end, calendarId, location } = made;
        const category = isAllDay ? "allday" : "time";
        const id = String(Date.now());
        calendar.createSchedules([{ id, calendarId: calendarId || "1", title, location, isAllDay, start, end, category }]);
      });
      calendar.on("beforeDeleteSchedule", ({ schedule }) => calendar.deleteSchedule(schedule.id, schedule.calendarId));
      document.querySelector("#today").onclick = () => calendar.today();
      document.querySelector("#before").onclick = () => calendar.prev();
      document.querySelector("#after").onclick = () => calendar.next();
      for (const each of document.querySelectorAll("[data-view]")) {
        each.onclick = () => {
          location.hash = "/" + each.dataset.view;
        };
      }
      addEventListener("hashchange", () => calendar.changeView(location.hash.slice(2) || "month", true));
    </script>
  </body>
</html>
`;
