// Types only: office.js itself comes from the page's script tag and is never bundled.
/// <reference types="@microsoft/office-js/dist/office.d.ts" />
