import "@sjmc11/tourguidejs/dist/css/tour.min.css";

export { TourGuideClient } from "@sjmc11/tourguidejs/src/Tour";
